import type { Comparison } from '../compare/comparison.ts';
import { changesCsv } from './changes-csv.ts';
import { changesMarkdown, type SideWords } from './changes-markdown.ts';
import type { TextFile } from './text-file.ts';

/** Two reads and what changed between them. */
export interface ComparedReads {
  readonly result: Comparison;
  readonly earlier: SideWords;
  readonly later: SideWords;
}

/** The list of changes as a file: `rolewire-111122223333-changes-2026-11-25.csv`. */
export function changesFile({ result, earlier, later }: ComparedReads, format: 'csv' | 'md'): TextFile {
  const { inventory, byKind } = result.graph;
  const accounts = byKind.account.flatMap((node) => node.accountId ?? []);
  const whose = inventory.kind === 'sample' ? 'sample' : accounts.length === 1 ? accounts[0] : inventory.kind;
  const name = `${['rolewire', whose, 'changes', later.readAt?.slice(0, 10)].filter(Boolean).join('-')}.${format}`;
  return format === 'csv'
    ? { name, mediaType: 'text/csv', text: changesCsv(result, { byteOrderMark: true }) }
    : { name, mediaType: 'text/markdown', text: changesMarkdown(result, earlier, later) };
}
