import { assertNever } from '../base/assert-never.ts';
import { markdownBlock, markdownCell, markdownCode, markdownInline, markdownText } from './markdown.ts';
import { safeLink, type TextBlock } from './text-block.ts';

/** Blocks as Markdown, an empty line between them. */
export function blocksMarkdown(blocks: readonly TextBlock[]): string {
  return blocks.map(block).join('\n\n');
}

function block(item: TextBlock): string {
  switch (item.kind) {
    case 'heading':
      return `${'#'.repeat(item.level)} ${markdownText(item.text)}`;
    case 'sentence':
      return item.lead ? `**${item.lead}:** ${markdownInline(item.parts)}` : markdownInline(item.parts);
    case 'list': {
      const lines = item.items.map(
        ({ name, parts }) => `- ${name ? `${markdownText(name)}: ` : ''}${markdownInline(parts)}`,
      );
      return [...(item.lead ? [`**${item.lead}:**`] : []), ...lines].join('\n');
    }
    case 'evidence': {
      const rows = item.rows.map(({ field, value, source }) => {
        const cells = [markdownText(field), markdownCode(value), markdownText(source)];
        return `| ${cells.map(markdownCell).join(' | ')} |`;
      });
      return ['| Field | Value | Source |', '| --- | --- | --- |', ...rows].join('\n');
    }
    case 'code':
      return `${item.lead ? `${item.lead}:\n\n` : ''}${markdownBlock(item.text, item.language)}`;
    case 'rule':
      return `Rule ${markdownCode(item.rule)} · <${safeLink(item.docs)}>`;
    default:
      return assertNever(item);
  }
}
