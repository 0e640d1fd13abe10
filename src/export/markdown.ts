import { type Inline, inlineOf } from './text-block.ts';

/**
 * Text inside Markdown that must stay text: names come from strangers, and a report ends up in tickets. Line ends become
 * spaces, HTML cannot start, and links, images and mentions are spelled out.
 */
export function markdownText(text: string): string {
  return startOfLine(escaped(oneLine(text).trim()));
}

/** Like {@link markdownText} for a sentence that marks names with backticks: those become code, the rest text. */
export function markdownSentence(text: string): string {
  return markdownInline(inlineOf(oneLine(text).trim()));
}

/** Pieces of one line: names and values as code, the rest as text. */
export function markdownInline(parts: readonly Inline[]): string {
  return startOfLine(
    parts.map((part) => ('code' in part ? markdownCode(part.code) : escaped(oneLine(part.text)))).join(''),
  );
}

/** A value as inline code, whatever backticks it holds. */
export function markdownCode(text: string): string {
  const value = oneLine(text);
  const fence = '`'.repeat(longestRun(value) + 1);
  const pad = value === '' || value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}

/** A block of code, whatever fences it holds. */
export function markdownBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\r\n?/g, '\n')}\n${fence}`;
}

/** A cell of a table: a pipe would end it, even inside code. */
export function markdownCell(markdown: string): string {
  return markdown.replace(/\\?\|/g, '\\|');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}

/** No list and no underlined heading starts from a text. */
function startOfLine(text: string): string {
  return text.replace(/^[-=+]/, '\\$&').replace(/^(\d+)\./, '$1\\.');
}
