import { compareText } from '../base/compare.ts';
import type { JsonValue } from '../base/json.ts';
import type { Graph, RoleNode } from '../graph/graph.ts';
import type { ManagedPolicyRecord, RolePoliciesRecord } from '../inventory/records.ts';
import type { NamedPolicy, PolicyStack } from '../policy/access-verdict.ts';
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
  /** Calls that would supply what is missing, each with the name that it asks for. */
  readonly missing: readonly MissingPolicy[];
}

/** A policy that is not at hand, and what reads it. */
export interface MissingPolicy {
  readonly what: string;
  readonly kind: 'attached-list' | 'inline-list' | 'inline' | 'managed' | 'role';
  /** Policy ARN or name. */
  readonly name: string;
}

/**
 * The policies of a role out of what was read. A list that was not supplied is unread, not empty; so is a list of which nobody
 * knows whether it was read to its end. Absence of a boundary counts only where a source would have told it.
 */
export function rolePoliciesOf(graph: Graph, role: RoleNode): RolePolicies {
  const record = recordOf(graph, role);
  const identity: NamedPolicy[] = [];
  const unread: string[] = [];
  const partlyKnown = new Set<string>();
  const missing: MissingPolicy[] = [];
  const lack = (policy: MissingPolicy): void => {
    unread.push(policy.what);
    missing.push(policy);
  };

  if (!listIsWhole(graph, role, 'iam:ListAttachedRolePolicies', record?.AttachedPolicies)) {
    lack({ kind: 'attached-list', what: `managed policies of ${role.name}`, name: role.name });
  }
  for (const { PolicyName, PolicyArn } of record?.AttachedPolicies ?? []) {
    const document = documentOf(graph, PolicyArn);
    const known = document === undefined ? knownPolicy(PolicyArn) : undefined;
    if (document !== undefined) identity.push({ name: PolicyName, arn: PolicyArn, document });
    else lack({ kind: 'managed', what: PolicyName, name: PolicyArn });
    if (known !== undefined) {
      identity.push({ name: PolicyName, arn: PolicyArn, document: known.document });
      partlyKnown.add(PolicyName);
    }
  }

  const inline = record?.InlinePolicies ?? [];
  const inlineNames = record?.InlinePolicyNames ?? record?.InlinePolicies;
  if (!listIsWhole(graph, role, 'iam:ListRolePolicies', inlineNames)) {
    lack({ kind: 'inline-list', what: `inline policies of ${role.name}`, name: role.name });
  }
  for (const { PolicyName, PolicyDocument } of inline) {
    identity.push({ name: PolicyName, document: PolicyDocument });
  }
  for (const name of record?.InlinePolicyNames ?? []) {
    if (!inline.some(({ PolicyName }) => PolicyName === name)) lack({ kind: 'inline', what: name, name });
  }

  const boundary = boundaryOf(graph, role);
  if (boundary.missing) missing.push(boundary.missing);
  return {
    stack: { identity, identityUnread: unread, boundary: boundary.policy },
    partlyKnown,
    missing,
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

function recordOf(graph: Graph, role: RoleNode): RolePoliciesRecord | undefined {
  return graph.inventory.rolePolicies.find(
    (record) =>
      record.RoleName === role.name &&
      (record.accountId === undefined || role.accountId === undefined || record.accountId === role.accountId),
  );
}

/** A list that came is whole unless a read of it ended early: a file may hold it without its command, and then it counts. */
function listIsWhole(
  graph: Graph,
  role: RoleNode,
  call: 'iam:ListAttachedRolePolicies' | 'iam:ListRolePolicies',
  list: readonly unknown[] | undefined,
): boolean {
  if (list === undefined) return false;
  const scope = { accountId: role.accountId };
  if (graph.coverage.of('iam:GetAccountAuthorizationDetails', scope).complete) return true;
  const own = graph.coverage.of(call, { ...scope, resource: role.name });
  // AWS gives a role with all its policies at once, so a role that came in a bulk read which ended early is whole.
  return own.complete || own.worst === undefined || own.worst.status === 'not-asked';
}

function documentOf(graph: Graph, policyArn: string): JsonValue | undefined {
  const versions = graph.inventory.managedPolicies
    .filter((record) => record.PolicyArn === policyArn && record.Document !== undefined)
    .sort(defaultFirst);
  const [first] = versions;
  // A version that is not the default one says nothing of what holds.
  return first === undefined || first.IsDefaultVersion === false ? undefined : first.Document;
}

function defaultFirst(a: ManagedPolicyRecord, b: ManagedPolicyRecord): number {
  return (
    rankOf(a) - rankOf(b) ||
    compareText(b.origin.readAt ?? '', a.origin.readAt ?? '') ||
    compareText(a.VersionId ?? '', b.VersionId ?? '')
  );
}

function rankOf({ IsDefaultVersion }: ManagedPolicyRecord): number {
  if (IsDefaultVersion === undefined) return 1;
  return IsDefaultVersion ? 0 : 2;
}

function boundaryOf(
  graph: Graph,
  role: RoleNode,
): { readonly policy: PolicyStack['boundary']; readonly missing?: MissingPolicy } {
  const arn = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
  if (arn !== undefined) {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const document = documentOf(graph, arn) ?? administrator(arn);
    if (document !== undefined) return { policy: { name, arn, document } };
    return {
      policy: 'unread',
      missing: { kind: 'managed', what: `permissions boundary ${name}`, name: arn },
    };
  }
  if (role.record?.details === 'full') return { policy: 'none' };
  return { policy: 'unread', missing: { kind: 'role', what: 'permissions boundary', name: role.name } };
}

/** AWS's own policy that allows everything is known by heart; of a boundary, a least is of no use. */
function administrator(arn: string): JsonValue | undefined {
  const known = knownPolicy(arn);
  return known?.name === 'AdministratorAccess' ? known.document : undefined;
}
