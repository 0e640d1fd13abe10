import type { Finding } from '../findings/finding.ts';
import type { Graph } from '../graph/graph.ts';
import { type CsvOptions, toCsv } from './csv.ts';

/** Findings as CSV, one a row, in the order given. `dismissed` gives the reason, or `undefined` for a live one. */
export function findingsCsv(
  graph: Graph,
  findings: readonly Finding[],
  dismissed: (finding: Finding) => string | undefined,
  options: CsvOptions,
): string {
  return toCsv(
    HEADER,
    findings.map((finding) => [
      finding.severity,
      finding.rule,
      finding.title,
      finding.answer,
      ...subjectOf(graph, finding),
      finding.evidence.map((item) => `${item.field} = ${item.value} (${item.source})`).join('\n'),
      finding.fix.sentence,
      finding.fix.command,
      finding.notChecked.map((item) => `${item.call}: ${item.why}`).join('\n'),
      finding.delay,
      dismissed(finding),
      finding.docs,
      finding.id,
    ]),
    options,
  );
}

const HEADER = [
  'Severity',
  'Rule',
  'Title',
  'Answer',
  'Subject',
  'Subject ARN',
  'Account',
  'Region',
  'Evidence',
  'Fix',
  'Command',
  'Not checked',
  'Delay',
  'Dismissed because',
  'Documentation',
  'Finding id',
];

function subjectOf(graph: Graph, finding: Finding): readonly (string | undefined)[] {
  const [first] = finding.nodes;
  const node = first === undefined ? undefined : graph.nodes.get(first);
  return [node?.label ?? first, node?.arn, node?.accountId, node?.region];
}
