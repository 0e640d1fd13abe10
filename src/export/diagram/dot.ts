import { displayText } from '../../base/display-text.ts';
import { PALETTES } from '../picture/palette.ts';
import type { Diagram, DiagramLink, DiagramNode } from './diagram.ts';
import { type NodeWriter, nodeLines } from './node-lines.ts';

const { light } = PALETTES;

/** A graph in Graphviz's DOT language. Syntax: https://graphviz.org/doc/info/lang.html */
export function dotText(diagram: Diagram, caption: readonly string[]): string {
  const lines = [
    'digraph rolewire {',
    '  graph [rankdir=LR, charset="UTF-8", fontname="Helvetica", fontsize=10, labelloc=b, labeljust=l,',
    `    label=${dotLines(caption)}]`,
    `  node [fontname="Helvetica", fontsize=11, color="${light['line-strong']}", fontcolor="${light.text}"]`,
    `  edge [fontname="Helvetica", fontsize=9, color="${light.edge}", fontcolor="${light.muted}"]`,
    ...nodeLines(diagram, WRITER),
    ...diagram.links.map(linkLine),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const WRITER: NodeWriter = {
  node: nodeText,
  open: ({ key, heading }) => [`  subgraph cluster_${key} {`, `    label=${dotString(heading)}`],
  close: '  }',
};

/** An outline for each kind, after that of the picture. */
const OUTLINES: Readonly<Record<DiagramNode['kind'], { readonly shape: string; readonly style: string }>> = {
  card: { shape: 'box', style: 'filled' },
  capsule: { shape: 'box', style: 'rounded,filled' },
  'cut-card': { shape: 'octagon', style: 'filled' },
  page: { shape: 'note', style: 'filled' },
  'fold-line': { shape: 'underline', style: 'filled' },
};

function nodeText(node: DiagramNode): string {
  const { shape, style } = OUTLINES[node.kind];
  const label = [node.title, node.subtitle].filter((line) => line !== '').map(escaped);
  const attributes = [
    `label="${label.join('\\n')}"`,
    `shape=${shape}`,
    `style="${node.dashed ? `${style},dashed` : style}"`,
    `fillcolor="${FILLS[node.tone]}"`,
    ...(node.tone === 'broken' ? [`color="${light['danger-fill']}"`, `fontcolor="${light.danger}"`] : []),
    ...(node.tone === 'unknown' ? [`color="${light.ghost}"`, `fontcolor="${light.muted}"`] : []),
  ];
  return `${node.key} [${attributes.join(', ')}]`;
}

const FILLS: Readonly<Record<DiagramNode['tone'], string>> = {
  normal: light.raised,
  quiet: light.canvas,
  broken: light['danger-tint'],
  unknown: light['ghost-tint'],
  changing: light['doubt-tint'],
};

const LINK_LOOKS: Readonly<Record<DiagramLink['tone'], readonly string[]>> = {
  confirmed: [],
  broken: [`color="${light['danger-fill']}"`, `fontcolor="${light.danger}"`, 'arrowhead=tee'],
  changing: [`color="${light['doubt-fill']}"`, 'style=dotted'],
  unknown: [`color="${light.ghost}"`, 'style=dashed'],
};

function linkLine({ from, to, tone, label }: DiagramLink): string {
  const attributes = [...(label === '' ? [] : [`label=${dotString(label)}`]), ...LINK_LOOKS[tone]];
  return `  ${from} -> ${to}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`}`;
}

/** A quoted string. Graphviz reads backslashes in labels, and HTML entities everywhere. */
export function dotString(text: string): string {
  return `"${escaped(text)}"`;
}

/** Lines that start at the left edge. */
function dotLines(lines: readonly string[]): string {
  return `"${lines.map((line) => `${escaped(line)}\\l`).join('')}"`;
}

function escaped(text: string): string {
  return displayText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
