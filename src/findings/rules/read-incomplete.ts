import { groupBy } from '../../base/index-by.ts';
import type { Graph } from '../../graph/graph.ts';
import { type CallName, callFacts } from '../../inventory/calls.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { iamCommand, regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { compareEntries, reasonWords } from '../not-checked.ts';
import { accountNodeOf, regionNodeOf } from '../scope-nodes.ts';
import { code, inAccount, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'read-incomplete',
  title: 'Not everything could be read',
  docs: DOCS.describeInstances,
};

/** The lists that chains rest on; of the deeper reads the coverage panel tells. */
const CALLS: ReadonlySet<CallName> = new Set([
  'ec2:DescribeInstances',
  'iam:ListInstanceProfiles',
  'iam:ListRoles',
]);

/** A list that was begun and not read to its end, one finding for each call, account and reason. */
export const readIncomplete: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const short = graph.coverage.entries.filter(
    (entry) =>
      CALLS.has(entry.call) &&
      (entry.status === 'denied' || entry.status === 'failed' || entry.status === 'partial') &&
      entry.reason?.kind !== 'region-not-enabled' &&
      entry.reason?.kind !== 'running' &&
      entry.reason?.kind !== 'cancelled',
  );
  const groups = groupBy(short, (entry) => `${entry.call}:${entry.accountId ?? ''}:${whoseFault(entry)}`);
  return [...groups].flatMap(([about, entries]) => describe(graph, about, entries.sort(compareEntries)));
}

function whoseFault(entry: CoverageEntry): string {
  return entry.reason?.kind === 'denied' ? `denied-${entry.reason.by}` : (entry.reason?.kind ?? entry.status);
}

function describe(graph: Graph, about: string, entries: readonly CoverageEntry[]): readonly Finding[] {
  const [first] = entries;
  if (first === undefined) return [];
  const facts = callFacts(first.call);
  const regions = [...new Set(entries.flatMap((entry) => entry.region ?? []))];
  const where = regions.length === 0 ? '' : ` in ${listWords(regions.map(code))}`;
  const account = accountNodeOf(graph, first.accountId);
  const words = reasonWords(first, facts.permission);
  return [
    buildFinding(FACTS, {
      about,
      severity: 'unknown',
      title: first.status === 'partial' ? 'List is incomplete' : FACTS.title,
      answer: `Cannot tell whether what is absent from ${first.call}${inAccount(first.accountId)}${where} exists: the call ${words}.`,
      nodes: [...regions.map((region) => regionNodeOf(graph, first.accountId, region)), account],
      evidence: entries.slice(0, 5).map((entry) => ({
        field: `${entry.call}${entry.region === undefined ? '' : `, ${entry.region}`}`,
        value: entry.message ?? words,
        source: entry.call,
      })),
      fix: {
        sentence: fixSentence(first, facts.permission),
        command: facts.cli.startsWith('iam ')
          ? iamCommand(account?.partition, facts.cli.slice(4), { output: 'json' })
          : (regions.length === 0 ? [undefined] : regions)
              .slice(0, 5)
              .map((region) => regionalCommand(region, facts.cli, { output: 'json' }))
              .join('\n'),
      },
      notChecked: [{ call: first.call, why: `${first.call}${where} ${words}.` }],
      docs: first.reason?.kind === 'denied' ? DOCS.accessDenied : FACTS.docs,
    }),
  ];
}

function fixSentence(entry: CoverageEntry, permission: string): string {
  switch (entry.reason?.kind) {
    case 'denied':
      return entry.reason.by === 'scp'
        ? 'A service control policy of the organization denies this; the account alone cannot lift it. Ask for the output of the command from where it is allowed.'
        : `Grant the viewer ${entry.reason.permission || permission}, or ask for the output of the command.`;
    case 'truncated':
      return 'The list is incomplete; run the command again without --max-items, --no-paginate or a filter.';
    case 'throttled':
      return 'AWS throttled the read; press retry, or run the command again after a minute.';
    case 'credentials-expired':
    case 'credentials-invalid':
      return 'Sign in again with valid credentials and read it anew.';
    default:
      return 'Read it again, or ask for the output of the command.';
  }
}
