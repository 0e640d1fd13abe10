import { displayText } from '../../base/display-text.ts';
import { PALETTES } from '../picture/palette.ts';
import type { Diagram, DiagramLink, DiagramNode } from './diagram.ts';
import { type NodeWriter, nodeLines } from './node-lines.ts';

/**
 * A flowchart for Mermaid, as GitHub, GitLab and most wikis draw it in a block of that name.
 * Syntax: https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidText(diagram: Diagram, caption: readonly string[]): string {
  const lines = [
    'flowchart LR',
    ...caption.map((part) => `  %% ${comment(part)}`),
    ...nodeLines(diagram, WRITER),
    ...diagram.links.map(linkLine),
    ...linkStyles(diagram.links),
    ...CLASSES,
    ...classLines(diagram.nodes),
  ];
  return `${lines.join('\n')}\n`;
}

const WRITER: NodeWriter = {
  node: nodeText,
  open: ({ key, heading }) => [`  subgraph ${key}[${mermaidLabel(heading)}]`, '    direction LR'],
  close: '  end',
};

/** An outline for each kind, after that of the picture. */
const OUTLINES: Readonly<Record<DiagramNode['kind'], readonly [string, string]>> = {
  card: ['[', ']'],
  capsule: ['([', '])'],
  'cut-card': ['{{', '}}'],
  page: ['[/', '/]'],
  'fold-line': ['[[', ']]'],
};

function nodeText({ key, kind, title, subtitle }: DiagramNode): string {
  const [open, close] = OUTLINES[kind];
  return `${key}${open}${mermaidLabel(title, subtitle)}${close}`;
}

const ARROWS: Readonly<Record<DiagramLink['tone'], string>> = {
  confirmed: '-->',
  broken: '--x',
  changing: '-.->',
  unknown: '-.->',
};

function linkLine({ from, to, tone, label }: DiagramLink): string {
  return label === ''
    ? `  ${from} ${ARROWS[tone]} ${to}`
    : `  ${from} ${ARROWS[tone]}|${mermaidLabel(label)}| ${to}`;
}

const { light } = PALETTES;

function linkStyles(links: readonly DiagramLink[]): readonly string[] {
  const indices = (tone: DiagramLink['tone']) =>
    links.flatMap((link, index) => (link.tone === tone ? index : []));
  const broken = indices('broken');
  const changing = indices('changing');
  return [
    ...(broken.length > 0 ? [`  linkStyle ${broken.join(',')} stroke:${light['danger-fill']}`] : []),
    ...(changing.length > 0 ? [`  linkStyle ${changing.join(',')} stroke:${light['doubt-fill']}`] : []),
  ];
}

const CLASSES: readonly string[] = [
  `  classDef broken fill:${light['danger-tint']},stroke:${light['danger-fill']},color:${light.danger}`,
  `  classDef unknown fill:${light['ghost-tint']},stroke:${light.ghost},color:${light.muted}`,
  `  classDef dashed stroke-dasharray:4 3`,
];

function classLines(nodes: readonly DiagramNode[]): readonly string[] {
  return [
    ...classLine(
      'broken',
      nodes.filter(({ tone }) => tone === 'broken'),
    ),
    ...classLine(
      'unknown',
      nodes.filter(({ tone }) => tone === 'unknown'),
    ),
    ...classLine(
      'dashed',
      nodes.filter(({ dashed }) => dashed),
    ),
  ];
}

function classLine(name: string, nodes: readonly DiagramNode[]): readonly string[] {
  return nodes.length === 0 ? [] : [`  class ${nodes.map(({ key }) => key).join(',')} ${name}`];
}

/** Letters, digits, marks of any script, and the few signs of names that mean nothing to Mermaid inside of quotes. */
const MEANS_NOTHING = /[\p{L}\p{N}\p{M} _.,/()+·-]/u;

/**
 * One or two lines of a label. Everything that could mean something to Mermaid, its preprocessor (`%%` starts a comment even
 * inside of quotes) or HTML is written as a numbered entity.
 */
export function mermaidLabel(...lines: readonly string[]): string {
  const written = lines
    .filter((line) => line !== '')
    .map((line) => Array.from(displayText(line), encoded).join(''));
  return `"${written.join('<br/>') || ' '}"`;
}

function encoded(character: string): string {
  return MEANS_NOTHING.test(character) ? character : `#${character.codePointAt(0) ?? 0xfffd};`;
}

/** Braces after `%%` would make a directive. */
function comment(text: string): string {
  return displayText(text).replaceAll('{', '(').replaceAll('}', ')');
}
