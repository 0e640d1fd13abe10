import { assertNever } from '../base/assert-never.ts';
import { displayText } from '../base/display-text.ts';
import { type Inline, safeLink, type TextBlock } from './text-block.ts';

/** Blocks as plain text, an empty line between them: for tickets that know no markup. */
export function blocksPlain(blocks: readonly TextBlock[]): string {
  return blocks.map(block).join('\n\n');
}

function block(item: TextBlock): string {
  switch (item.kind) {
    case 'heading': {
      const text = plain(item.text);
      return item.level === 2 ? `${text}\n${'='.repeat(Math.min(text.length, 72))}` : text.toUpperCase();
    }
    case 'sentence':
      return `${item.lead ? `${item.lead}: ` : ''}${inline(item.parts)}`;
    case 'list': {
      const lines = item.items.map(
        ({ name, parts }) => `- ${name ? `${plain(name)}: ` : ''}${inline(parts)}`,
      );
      return [...(item.lead ? [`${item.lead}:`] : []), ...lines].join('\n');
    }
    case 'evidence':
      return item.rows
        .map(({ field, value, source }) => `- ${plain(field)} = ${plain(value)}  [${plain(source)}]`)
        .join('\n');
    case 'code': {
      const lines = item.text.split(/\r\n?|\n/).map((line) => `    ${displayText(line)}`);
      return [...(item.lead ? [`${item.lead}:`] : []), ...lines].join('\n');
    }
    case 'rule':
      return `Rule ${item.rule}: ${safeLink(item.docs)}`;
    default:
      return assertNever(item);
  }
}

function inline(parts: readonly Inline[]): string {
  return parts.map((part) => plain('code' in part ? part.code : part.text)).join('');
}

/** On one line, and with nothing that turns the order of the words around it. */
function plain(text: string): string {
  return displayText(text.replace(/[\r\n\u2028\u2029]+/g, ' '));
}
