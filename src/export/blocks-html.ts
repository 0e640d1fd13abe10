import { assertNever } from '../base/assert-never.ts';
import { xmlText } from './picture/xml.ts';
import { type Inline, safeLink, type TextBlock } from './text-block.ts';

/** Blocks as HTML for the clipboard: plain elements without style, which every editor takes. */
export function blocksHtml(blocks: readonly TextBlock[]): string {
  return blocks.map(block).join('\n');
}

function block(item: TextBlock): string {
  switch (item.kind) {
    case 'heading':
      return `<h${item.level}>${xmlText(item.text)}</h${item.level}>`;
    case 'sentence':
      return `<p>${item.lead ? `<strong>${item.lead}:</strong> ` : ''}${inline(item.parts)}</p>`;
    case 'list': {
      const items = item.items.map(
        ({ name, parts }) => `<li>${name ? `${xmlText(name)}: ` : ''}${inline(parts)}</li>`,
      );
      return `${item.lead ? `<p><strong>${item.lead}:</strong></p>` : ''}<ul>${items.join('')}</ul>`;
    }
    case 'evidence': {
      const rows = item.rows.map(
        ({ field, value, source }) =>
          `<tr><td>${xmlText(field)}</td><td><code>${xmlText(value)}</code></td><td>${xmlText(source)}</td></tr>`,
      );
      return `<table><thead><tr><th>Field</th><th>Value</th><th>Source</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'code':
      return `${item.lead ? `<p>${item.lead}:</p>` : ''}<pre><code>${item.text.split('\n').map(xmlText).join('\n')}</code></pre>`;
    case 'rule': {
      const link = xmlText(safeLink(item.docs));
      return `<p>Rule <code>${xmlText(item.rule)}</code> · <a href="${link}">${link}</a></p>`;
    }
    default:
      return assertNever(item);
  }
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => ('code' in part ? `<code>${xmlText(part.code)}</code>` : xmlText(part.text)))
    .join('');
}
