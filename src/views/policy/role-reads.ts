import type { Graph, RoleNode } from '../../graph/graph.ts';
import type { RolePolicies } from '../../graph/role-policies.ts';
import type { CallName } from '../../inventory/calls.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';

/** The calls that bring the policies of one role. */
const CALLS: ReadonlySet<CallName> = new Set<CallName>([
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
]);

/** How far the reads of one role's policies have got. */
export interface RoleReads {
  readonly running: boolean;
  /** Reads that were refused, failed or stopped, in the order they were made. */
  readonly missing: readonly CoverageEntry[];
  /** Whether reading could bring more. */
  readonly canBringMore: boolean;
}

/** Looks at the coverage of one role's lists and of the documents of what is attached to it. */
export function readsOfRole(graph: Graph, role: RoleNode, policies: RolePolicies): RoleReads {
  const { permissions, boundary } = policies;
  const linked = typeof boundary === 'string' ? permissions : [...permissions, boundary];
  const about = new Set<string>([role.name, ...linked.flatMap(({ node }) => node.arn ?? [])]);
  const own = graph.inventory.coverage.filter(
    (entry) =>
      (CALLS.has(entry.call) || (entry.call === 'iam:GetRole' && policies.begun)) &&
      about.has(entry.resource ?? '') &&
      (entry.accountId === undefined || role.accountId === undefined || entry.accountId === role.accountId),
  );
  return {
    running: own.some((entry) => entry.reason?.kind === 'running'),
    missing: own.filter((entry) => entry.status !== 'complete' && entry.reason?.kind !== 'running'),
    canBringMore:
      !policies.complete || boundary === 'unknown' || linked.some(({ node }) => node.document === undefined),
  };
}
