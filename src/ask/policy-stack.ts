import type { JsonValue } from '../base/json.ts';
import type { Graph, NodeId, PolicyNode, RoleNode } from '../graph/graph.ts';
import { rolePolicies } from '../graph/role-policies.ts';
import type { DecidingStatement, NamedPolicy, PolicyStack } from '../policy/access-verdict.ts';
import { knownPolicy } from './aws-managed.ts';

/** What a person knows of a resource's own policy. */
export type Supplied =
  | { readonly kind: 'none' }
  | { readonly kind: 'document'; readonly document: JsonValue };

/** What somebody supplied of the resources of a question; absent means that nobody knows. */
export interface PastedPolicies {
  readonly bucket?: Supplied | undefined;
  /** A KMS key is never without. */
  readonly key?: Supplied | undefined;
}

/** The identity side of a role, as far as it was read. */
export interface RolePolicies {
  readonly stack: Omit<PolicyStack, 'resource'>;
  /** Of `identityUnread`, those of AWS's own whose least is known and stands in `stack.identity`. */
  readonly partlyKnown: ReadonlySet<string>;
  /** What is not at hand, with what would supply it. */
  readonly missing: readonly MissingPolicy[];
}

/** A policy, or a list of some, that is not at hand. */
export interface MissingPolicy {
  readonly what: string;
  readonly kind: 'attached-list' | 'inline-list' | 'inline' | 'managed' | 'role';
  /** Policy ARN or name. */
  readonly name: string;
}

/**
 * The policies of a role out of what was read. A list that did not come to its end is unread, not empty, and absence of a
 * boundary counts only where a source would have told it: see {@link rolePolicies}.
 */
export function rolePoliciesOf(graph: Graph, role: RoleNode): RolePolicies {
  const linked = rolePolicies(graph, role);
  const identity: NamedPolicy[] = [];
  const partlyKnown = new Set<string>();
  const missing: MissingPolicy[] = linked.complete ? [] : missingLists(graph, role);
  for (const { node } of linked.permissions) {
    const { name, arn, document } = node;
    const known = document === undefined && arn !== undefined ? knownPolicy(arn) : undefined;
    if (document !== undefined) identity.push({ name, arn, document });
    else if (node.type !== 'unknown') missing.push(missingPolicy(node));
    if (known !== undefined) {
      identity.push({ name, arn, document: known.document });
      partlyKnown.add(name);
    }
  }
  const identityUnread = missing.map(({ what }) => what);
  const boundary = boundaryOf(role, linked.boundary === 'unknown' ? 'unread' : linked.boundary);
  return {
    stack: { identity, identityUnread, boundary: boundary.policy },
    partlyKnown,
    missing: boundary.missing === undefined ? missing : [...missing, boundary.missing],
  };
}

/** {@link rolePoliciesOf} with a policy on the resource, as the evaluator takes it. */
export function policyStackOf(
  policies: RolePolicies,
  resource: PolicyStack['resource'],
  trustPartly = false,
): PolicyStack {
  const { stack, partlyKnown } = policies;
  const identityUnread = trustPartly
    ? stack.identityUnread.filter((name) => !partlyKnown.has(name))
    : stack.identityUnread;
  return { ...stack, identityUnread, resource };
}

/** The policy that a deciding statement stands in; `undefined` for one that is on no node, such as a pasted one. */
export function policyNodeOf(graph: Graph, role: RoleNode, deciding: DecidingStatement): NodeId | undefined {
  const { permissions, boundary } = rolePolicies(graph, role);
  if (deciding.from === 'identity') {
    return permissions.find(({ node }) => node.name === deciding.policy)?.node.id;
  }
  return deciding.from === 'boundary' && typeof boundary !== 'string' ? boundary.node.id : undefined;
}

function missingLists(graph: Graph, role: RoleNode): MissingPolicy[] {
  const { name, accountId } = role;
  const isRead = (call: 'iam:ListAttachedRolePolicies' | 'iam:ListRolePolicies'): boolean =>
    graph.coverage.of(call, { accountId, resource: name }).complete;
  return [
    ...(isRead('iam:ListAttachedRolePolicies')
      ? []
      : [{ kind: 'attached-list' as const, what: `managed policies of ${name}`, name }]),
    ...(isRead('iam:ListRolePolicies')
      ? []
      : [{ kind: 'inline-list' as const, what: `inline policies of ${name}`, name }]),
  ];
}

function missingPolicy({ type, name, arn }: PolicyNode): MissingPolicy {
  return type === 'inline'
    ? { kind: 'inline', what: name, name }
    : { kind: 'managed', what: name, name: arn ?? name };
}

function boundaryOf(
  role: RoleNode,
  linked: { readonly node: PolicyNode } | 'none' | 'unread',
): { readonly policy: PolicyStack['boundary']; readonly missing?: MissingPolicy } {
  if (linked === 'none') return { policy: 'none' };
  if (linked === 'unread') {
    return { policy: 'unread', missing: { kind: 'role', what: 'permissions boundary', name: role.name } };
  }
  const { name, arn } = linked.node;
  const document = linked.node.document ?? administrator(arn);
  if (document !== undefined) return { policy: { name, arn, document } };
  return {
    policy: 'unread',
    missing: { kind: 'managed', what: `permissions boundary ${name}`, name: arn ?? name },
  };
}

/** AWS's own policy that allows everything is known by heart; of a boundary, a least is of no use. */
function administrator(arn: string | undefined): JsonValue | undefined {
  const known = arn === undefined ? undefined : knownPolicy(arn);
  return known?.name === 'AdministratorAccess' ? known.document : undefined;
}
