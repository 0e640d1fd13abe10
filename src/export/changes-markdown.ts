import type { Comparison } from '../compare/comparison.ts';
import { gapSentence } from '../compare/gap-words.ts';
import { groupChanges } from '../compare/group-changes.ts';
import { markdownSentence, markdownText } from './markdown.ts';

/** One side of a comparison, for a heading. */
export interface SideWords {
  readonly label: string;
  /** ISO 8601 in UTC. */
  readonly readAt?: string | undefined;
}

const HEADINGS = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** The changes between two reads as Markdown for a ticket: like changes in one line, and last what cannot be told. */
export function changesMarkdown(
  { changes, cannotTell, counts, disjoint }: Comparison,
  earlier: SideWords,
  later: SideWords,
): string {
  const groups = groupChanges(changes);
  const parts = (['added', 'removed', 'changed'] as const).map((kind) =>
    section(
      `${HEADINGS[kind]} (${counts[kind]})`,
      groups.filter((group) => group.kind === kind).map((group) => group.sentence),
    ),
  );
  return `${[
    `# Changes from ${sideWords(earlier)} to ${sideWords(later)}`,
    ...(disjoint ? ['The two reads are of different accounts: nothing can be compared.'] : []),
    ...(changes.length === 0 && !disjoint ? ['Nothing changed in what both reads know.'] : []),
    ...parts,
    section(`Cannot tell (${counts.cannotTell})`, cannotTell.map(gapSentence)),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
}

function section(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [`## ${heading}`, '', ...lines.map((line) => `- ${markdownSentence(line)}`)].join('\n');
}

function sideWords({ label, readAt }: SideWords): string {
  const time =
    readAt === undefined ? '' : ` (${readAt.replace('T', ' ').replace(/(:\d\d)?(\.\d+)?Z$/, ' UTC')})`;
  return `${markdownText(label)}${time}`;
}
