import { bareName } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { groupBy, indexBy } from '../base/index-by.ts';
import type { Graph, NodeId, RoleNode } from '../graph/graph.ts';
import type {
  AttachedPolicy,
  GroupRecord,
  InlinePolicy,
  RolePoliciesRecord,
  UserRecord,
} from '../inventory/records.ts';
import type { AccessPrincipal, NamedPolicy, PolicyStack } from '../policy/access-verdict.ts';
import { rightsOfAwsPolicy } from '../policy/aws-managed-rights.ts';

/** A user or role of an account, with the policies that speak for it. */
export interface AccountPrincipal {
  readonly kind: 'user' | 'role';
  readonly name: string;
  readonly principal: AccessPrincipal;
  /** The role, where the graph draws it. */
  readonly node?: NodeId | undefined;
  readonly stack: PolicyStack;
}

/** The users and roles of an account, in order of kind and name. Roles that only an AWS service can use are left out. */
export function principalsOf(graph: Graph, accountId: string | undefined): readonly AccountPrincipal[] {
  const inAccount = (each: { readonly accountId?: string | undefined }) => each.accountId === accountId;
  const policies = managedPolicies(graph);
  const groups = indexBy(graph.inventory.groups.filter(inAccount), (each) => each.GroupName);
  const users = graph.inventory.users.filter(inAccount).map((each) => asUser(each, groups, policies));
  const records = groupBy(graph.inventory.rolePolicies.filter(inAccount), (each) => each.RoleName);
  const roles = graph.byKind.role
    .filter(
      (role) => inAccount(role) && !role.serviceLinked && role.ghost === undefined && role.arn !== undefined,
    )
    .map((role) => asRole(role, records.get(role.name) ?? [], policies));
  return [...users.sort(byName), ...roles.sort(byName)];
}

function byName(a: AccountPrincipal, b: AccountPrincipal): number {
  return compareText(a.name, b.name);
}

type Managed = (policy: AttachedPolicy) => NamedPolicy | undefined;

/** One object for each policy, however many it's attached to, so that the evaluator reads it once. */
function managedPolicies(graph: Graph): Managed {
  const known = new Map<string, NamedPolicy | undefined>();
  const documents = new Map(
    graph.inventory.managedPolicies.flatMap((each) =>
      each.PolicyArn !== undefined && each.Document !== undefined && each.IsDefaultVersion !== false
        ? [[each.PolicyArn as string, each.Document] as const]
        : [],
    ),
  );
  return ({ PolicyName, PolicyArn }) => {
    if (!known.has(PolicyArn)) {
      const document = documents.get(PolicyArn) ?? rightsOfAwsPolicy(PolicyArn);
      known.set(
        PolicyArn,
        document === undefined ? undefined : { name: PolicyName, arn: PolicyArn, document },
      );
    }
    return known.get(PolicyArn);
  };
}

function asUser(
  user: UserRecord,
  groups: ReadonlyMap<string, GroupRecord>,
  managed: Managed,
): AccountPrincipal {
  const collected = new Collected(managed);
  collected.add(user.AttachedManagedPolicies, user.UserPolicyList, user.UserName);
  if (user.GroupList === undefined) collected.unread.push(`groups of ${user.UserName}`);
  for (const name of user.GroupList ?? []) {
    const group = groups.get(name);
    collected.add(group?.AttachedManagedPolicies, group?.GroupPolicyList, `group ${name}`);
  }
  const boundary = user.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    kind: 'user',
    name: user.UserName,
    principal: {
      arn: user.Arn ?? `arn:aws:iam::${user.accountId ?? ''}:user/${user.UserName}`,
      account: user.accountId,
      roleId: user.UserId,
    },
    stack: collected.stack(boundary === undefined ? 'none' : (managed(named(boundary)) ?? 'unread')),
  };
}

function asRole(role: RoleNode, records: readonly RolePoliciesRecord[], managed: Managed): AccountPrincipal {
  const collected = new Collected(managed);
  const whole = records.find(
    (each) => each.AttachedPolicies !== undefined && each.InlinePolicies !== undefined,
  );
  collected.add(whole?.AttachedPolicies, whole?.InlinePolicies, role.name);
  const documents = new Set(whole?.InlinePolicies?.map((each) => each.PolicyName));
  collected.unread.push(...(whole?.InlinePolicyNames ?? []).filter((name) => !documents.has(name)));
  const boundary = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
  const without = role.record?.details === 'full' ? 'none' : 'unread';
  return {
    kind: 'role',
    name: role.name,
    principal: { arn: role.arn ?? '', account: role.accountId, roleId: role.roleId },
    node: role.id,
    stack: collected.stack(boundary === undefined ? without : (managed(named(boundary)) ?? 'unread')),
  };
}

function named(PolicyArn: AttachedPolicy['PolicyArn']): AttachedPolicy {
  return { PolicyArn, PolicyName: bareName(PolicyArn) };
}

/** The policies of one principal as they come together. */
class Collected {
  readonly identity: NamedPolicy[] = [];
  readonly unread: string[] = [];
  readonly #managed: Managed;

  constructor(managed: Managed) {
    this.#managed = managed;
  }

  add(
    attached: readonly AttachedPolicy[] | undefined,
    inline: readonly InlinePolicy[] | undefined,
    whose: string,
  ): void {
    if (attached === undefined) this.unread.push(`managed policies of ${whose}`);
    if (inline === undefined) this.unread.push(`inline policies of ${whose}`);
    for (const policy of attached ?? []) {
      const known = this.#managed(policy);
      if (known === undefined) this.unread.push(policy.PolicyName);
      else this.identity.push(known);
    }
    for (const { PolicyName, PolicyDocument } of inline ?? [])
      this.identity.push({ name: PolicyName, document: PolicyDocument });
  }

  stack(boundary: PolicyStack['boundary']): PolicyStack {
    return { identity: this.identity, identityUnread: this.unread, boundary, resource: 'none' };
  }
}
