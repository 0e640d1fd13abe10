import { groupBy } from '../../base/index-by.ts';
import type { Graph } from '../../graph/graph.ts';
import type { CallName } from '../../inventory/calls.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { compareEntries, whyIncomplete } from '../not-checked.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'policies-unread',
  title: 'Policies of the role not read',
  docs: DOCS.accessDenied,
};

const CALLS: ReadonlySet<CallName> = new Set([
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
]);

/** A read of a role's policies that was begun and failed: whether the role has any is then unknown, not "none". */
export const policiesUnread: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const failed = graph.coverage.entries.filter(
    (entry) =>
      CALLS.has(entry.call) &&
      (entry.status === 'denied' || entry.status === 'failed' || entry.status === 'partial') &&
      entry.reason?.kind !== 'running' &&
      !entry.message?.includes('NoSuchEntity'),
  );
  const byRole = groupBy(failed, (entry) => entry.resource);
  if (byRole.size === 0) return [];
  return nodesOf(graph, 'role').flatMap((role) => {
    const entries = (byRole.get(role.name) ?? [])
      .filter((entry) => entry.accountId === undefined || entry.accountId === role.accountId)
      .sort(compareEntries);
    const [first] = entries;
    if (first === undefined) return [];
    const whys = entries.map((entry) => ({
      call: entry.call,
      why: whyIncomplete({ complete: false, call: entry.call, worst: entry }),
    }));
    return [
      buildFinding(FACTS, {
        about: role.id,
        severity: 'unknown',
        answer: `Cannot tell what role ${code(role.name)} may do: its policies could not be read. ${whys[0]?.why ?? ''}`,
        nodes: [role],
        evidence: entries.map((entry) => ({
          field: `error of ${entry.call} for ${role.name}`,
          value: entry.message ?? entry.status,
          source: entry.call,
        })),
        fix: {
          sentence: fixSentence(first),
          command: ['list-attached-role-policies', 'list-role-policies']
            .map((command) => iamCommand(role.partition, command, { 'role-name': role.name, output: 'json' }))
            .join('\n'),
        },
        notChecked: whys,
      }),
    ];
  });
}

function fixSentence(entry: CoverageEntry): string {
  if (entry.reason?.kind === 'throttled')
    return 'AWS throttled the read; press retry, or run these commands again after a minute.';
  if (entry.status === 'denied')
    return `Grant the viewer ${entry.call}, or ask for the output of these commands.`;
  return 'Read it again, or ask for the output of these commands.';
}
