import type { ChainChange, ChainEnds, Comparison } from '../compare/comparison.ts';
import { gapSentence } from '../compare/gap-words.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import { type CsvCell, type CsvOptions, toCsv } from './csv.ts';

/** The changes between two reads as CSV, one a row, and after them what cannot be told, one read a row. */
export function changesCsv({ changes, cannotTell, graph }: Comparison, options: CsvOptions): string {
  const rows: readonly (readonly CsvCell[])[] = [
    ...changes.map((change) => changeCells(graph, change)),
    ...cannotTell.map((each): readonly CsvCell[] => {
      const things = each.nodes.map((id) => graph.nodes.get(id)?.label ?? id).join(', ');
      const { accountId, region } = each.gap;
      return ['cannot tell', '', things, '', accountId, region, '', '', '', '', gapSentence(each)];
    }),
  ];
  return toCsv(HEADER, rows, options);
}

const HEADER = [
  'Change',
  'Kind',
  'Name',
  'Id',
  'Account',
  'Region',
  'Profile before',
  'Role before',
  'Profile after',
  'Role after',
  'What',
];

function changeCells(graph: Graph, change: ChainChange): readonly CsvCell[] {
  const before = change.kind === 'added' ? undefined : change.before;
  const after = change.kind === 'removed' ? undefined : change.after;
  return [
    change.kind,
    change.subject,
    change.label,
    idOf(graph, change.id),
    change.accountId,
    change.region,
    ...names(graph, before),
    ...names(graph, after),
    change.sentence.replaceAll('`', ''),
  ];
}

function idOf(graph: Graph, id: NodeId): string | undefined {
  const node = graph.nodes.get(id);
  return node?.kind === 'instance' ? node.instanceId : node?.arn;
}

function names(graph: Graph, ends: ChainEnds | undefined): readonly [string?, string?] {
  const name = (id: NodeId | undefined) => (id === undefined ? undefined : graph.nodes.get(id)?.label);
  return [name(ends?.profile), name(ends?.role)];
}
