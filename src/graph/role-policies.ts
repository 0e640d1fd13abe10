import type { RolePoliciesRecord } from '../inventory/records.ts';
import type { Graph, GraphEdge, PolicyNode, RoleNode } from './graph.ts';

/** A policy of a role, and the link to it. */
export interface LinkedPolicy {
  readonly node: PolicyNode;
  readonly edge: GraphEdge;
}

/** What is known of the policies of one role. */
export interface RolePolicies {
  /** Managed ones, then inline ones, then the hole where some may be; in order of name. */
  readonly permissions: readonly LinkedPolicy[];
  /** `unknown` as long as the role itself was only listed: lists leave the boundary out. */
  readonly boundary: LinkedPolicy | 'none' | 'unknown';
  /** Whether `permissions` are all there are: both lists were read to their end, or all policies of the account. */
  readonly complete: boolean;
  /** Whether anybody has begun to read the lists, or a source brought one. */
  readonly begun: boolean;
}

const ORDER: readonly PolicyNode['type'][] = ['customer-managed', 'aws-managed', 'inline', 'unknown'];

/** The policies of a role as far as they were read. That there are none may be said only when the lists are complete. */
export function rolePolicies(graph: Graph, role: RoleNode): RolePolicies {
  const linked = (graph.outgoing.get(role.id) ?? []).flatMap((edge): readonly LinkedPolicy[] => {
    const node = graph.nodes.get(edge.to);
    return node?.kind === 'policy' ? [{ node, edge }] : [];
  });
  const permissions = linked.filter(({ edge }) => edge.kind === 'has');
  const boundary = linked.find(({ edge }) => edge.kind === 'bounds');
  return {
    permissions: permissions.sort((a, b) => ORDER.indexOf(a.node.type) - ORDER.indexOf(b.node.type)),
    boundary: boundary ?? (role.record?.details === 'full' ? 'none' : 'unknown'),
    complete: listsAreComplete(graph, role),
    begun: permissions.length > 0 || recordsOf(graph, role).length > 0,
  };
}

/**
 * Whether all policies of a role are known: both its lists were read to their end, or the role came with all its policies.
 */
export function listsAreComplete(graph: Graph, role: RoleNode): boolean {
  const { name, accountId } = role;
  const isComplete = (call: 'iam:ListAttachedRolePolicies' | 'iam:ListRolePolicies') =>
    graph.coverage.of(call, { accountId, resource: name }).complete;
  if (recordsOf(graph, role).some(isWhole)) return true;
  return isComplete('iam:ListAttachedRolePolicies') && isComplete('iam:ListRolePolicies');
}

/** GetAccountAuthorizationDetails tells all of a role at once. */
function isWhole(record: RolePoliciesRecord): boolean {
  const { origin, AttachedPolicies, InlinePolicies } = record;
  return (
    origin.call === 'iam:GetAccountAuthorizationDetails' &&
    AttachedPolicies !== undefined &&
    InlinePolicies !== undefined
  );
}

function recordsOf(graph: Graph, role: RoleNode): readonly RolePoliciesRecord[] {
  return graph.inventory.rolePolicies.filter(
    (record) =>
      record.RoleName === role.name &&
      (record.accountId === undefined || role.accountId === undefined || record.accountId === role.accountId),
  );
}
