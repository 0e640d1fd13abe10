import { parseArn } from '../../base/arn.ts';
import type { Graph } from '../../graph/graph.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { accountNodeOf } from '../scope-nodes.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'redacted-input', title: 'Account ids are masked', docs: DOCS.identifiers };

/** Files in which customers masked account ids: joins go by unique id and name, and commands need the real account. */
export const redactedInput: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  // Live answers are never masked.
  if (graph.inventory.kind !== 'files') return [];
  const masked = new Set<string>();
  for (const node of nodesOf(graph, 'profile')) collect(node.arn, masked);
  for (const node of nodesOf(graph, 'role')) collect(node.arn, masked);
  for (const node of nodesOf(graph, 'instance')) collect(node.record?.IamInstanceProfile?.Arn, masked);
  if (masked.size === 0) return [];
  const ids = [...masked].sort();
  return [
    buildFinding(FACTS, {
      about: 'input',
      severity: 'info',
      answer: `The input is redacted: account ids are masked (${listWords(ids.map(code))}), so parts were matched by unique id, or by name inside one account.`,
      nodes: [accountNodeOf(graph, undefined)],
      evidence: ids.map((id) => ({ field: 'account field of ARNs', value: id, source: 'the input' })),
      fix: {
        sentence:
          'Nothing to repair. Put the real account id into commands before running them; if two accounts were masked alike, ask for one file per account.',
      },
    }),
  ];
}

const UNMASKED = /^arn:[^:]*:iam::(?:\d{12}|aws):/;

function collect(arn: string | undefined, masked: Set<string>): void {
  if (arn === undefined || UNMASKED.test(arn)) return;
  const account = parseArn(arn)?.account;
  if (account) masked.add(account);
}
