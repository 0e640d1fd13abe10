import { parseArn } from '../base/arn.ts';
import type { AccountId } from '../inventory/ids.ts';
import { toArn } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import { ec2Spelling } from '../policy/ec2-service.ts';
import { allowsAction, type PassRoleGrant, passRoleGrants, statementsOfAll } from '../policy/permissions.ts';
import type { Accounts } from './accounts.ts';
import { addEdge, addNode, type Draft, toNodeId } from './draft.ts';
import type { EdgeStatus, NodeId, ProfileNode, RoleNode } from './graph.ts';
import type { RoleIndex } from './role-nodes.ts';

/**
 * Draws `passes` from whoever launches instances to the role that it may, or may not, pass to EC2: from the answers of denied
 * calls, and from the policies of launching roles.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function linkPassRole(
  draft: Draft,
  inventory: Inventory,
  roles: RoleIndex,
  profiles: readonly ProfileNode[],
  accounts: Accounts,
): void {
  if (inventory.statements.length === 0 && inventory.rolePolicies.length === 0) return;
  const graph: Surroundings = { draft, roles, accounts, byName: rolesByName(roles) };
  for (const said of inventory.statements) {
    if (said.kind === 'decoded-authorization' && said.action?.toLowerCase() === 'iam:passrole') {
      const why = said.explicitDeny ? 'a policy denies iam:PassRole on this role' : NOT_GRANTED;
      linkAnswer(graph, said.principalArn, said.resource, said.allowed ? undefined : why);
    } else if (said.kind === 'error') {
      const [, principal, role] = DENIED.exec(said.text) ?? [];
      const why = /with an explicit deny/.test(said.text)
        ? 'a policy denies iam:PassRole on this role'
        : NOT_GRANTED;
      linkAnswer(graph, principal, role, why);
    }
  }
  for (const record of inventory.rolePolicies) linkPolicies(graph, record, profiles);
}

const NOT_GRANTED = 'no policy allows iam:PassRole on this role';
const DENIED = /User:\s+(arn:\S+) is not authorized to perform:\s+iam:PassRole on resource:\s+(arn:[^\s,]+)/i;

/** A launcher without a single role to pass is a fault only where it is plain which role it would have to pass. */
const MOST_CANDIDATES = 5;

interface Surroundings {
  readonly draft: Draft;
  readonly roles: RoleIndex;
  readonly accounts: Accounts;
  readonly byName: ReadonlyMap<string, RoleNode>;
}

function linkAnswer(
  graph: Surroundings,
  principal: string | undefined,
  role: string | undefined,
  refusal: string | undefined,
): void {
  if (principal === undefined || role === undefined || parseArn(role)?.resourceType !== 'role') return;
  const from = principalNode(graph, principal);
  const to = roleNode(graph, role);
  addEdge(graph.draft, {
    kind: 'passes',
    from,
    to,
    status: refusal === undefined ? 'confirmed' : 'broken',
    why: refusal,
  });
}

function linkPolicies(
  graph: Surroundings,
  record: RolePoliciesRecord,
  profiles: readonly ProfileNode[],
): void {
  if (record.InlinePolicies === undefined || record.InlinePolicies.length === 0) return;
  const { statements } = statementsOfAll(record.InlinePolicies.map((policy) => policy.PolicyDocument));
  const single = record.origin.call === 'iam:GetRolePolicy';
  const account = graph.accounts.of(record);
  const grants = passRoleGrants(statements);
  if (single) linkProfileGrants(graph, record, grants, profiles);
  for (const grant of grants) {
    for (const resource of grant.resources) {
      const parts = parseArn(resource);
      if (parts?.resourceType !== 'role' || /[*?]/.test(resource)) continue;
      const known = graph.roles.nodes.has(graph.accounts.arnKey(resource));
      if (!known && !single) continue;
      addEdge(graph.draft, {
        kind: 'passes',
        // A role is passed inside one account, so the target tells the owner's where the record doesn't.
        from: ownerNode(graph, account ?? graph.accounts.of({}, resource), record.RoleName),
        to: roleNode(graph, resource),
        ...grantStatus(grant, parts.partition),
      });
    }
  }
  if (!single || grants.length > 0 || allowsAction(statements, 'ec2:RunInstances') === 'not-allowed') return;
  const candidates = heldRoles(graph, profiles, account).filter((role) => role.name !== record.RoleName);
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return;
  const from = ownerNode(graph, account, record.RoleName);
  for (const role of candidates) {
    const why = `the policies read of ${record.RoleName} allow ec2:RunInstances, but not iam:PassRole on this role`;
    addEdge(graph.draft, { kind: 'passes', from, to: role.id, status: 'broken', why });
  }
}

/** A grant on the ARN of a profile: AWS checks iam:PassRole on the role, so the profile's role can't be passed by it. */
function linkProfileGrants(
  graph: Surroundings,
  record: RolePoliciesRecord,
  grants: readonly PassRoleGrant[],
  profiles: readonly ProfileNode[],
): void {
  const resources = grants.flatMap((grant) => grant.resources);
  const named = resources.filter((each) => parseArn(each)?.resourceType === 'instance-profile');
  if (named.length === 0 || named.length < resources.length) return;
  const why = `iam:PassRole is granted on ${named[0] ?? ''}, the ARN of a profile, but AWS checks it on the ARN of the role`;
  for (const resource of named) {
    const from = ownerNode(
      graph,
      graph.accounts.of(record) ?? graph.accounts.of({}, resource),
      record.RoleName,
    );
    for (const role of rolesNamedBy(graph, resource, profiles)) {
      addEdge(graph.draft, { kind: 'passes', from, to: role, status: 'broken', why });
    }
  }
}

/** The role of the profile; where the profile wasn't read, a ghost of the role that most tools give the same name. */
function rolesNamedBy(
  graph: Surroundings,
  profileArn: string,
  profiles: readonly ProfileNode[],
): readonly NodeId[] {
  const key = graph.accounts.arnKey(profileArn);
  const profile = profiles.find((each) => each.arn !== undefined && graph.accounts.arnKey(each.arn) === key);
  const held = (profile?.record?.Roles ?? []).flatMap(
    (record) => graph.roles.nodeOf(record, profile)?.id ?? [],
  );
  if (held.length > 0 || /[*?]/.test(profileArn)) return held;
  return [roleNode(graph, profileArn.replace(':instance-profile/', ':role/'))];
}

function grantStatus(
  grant: PassRoleGrant,
  partition: string,
): { readonly status: EdgeStatus; readonly why?: string | undefined } {
  if (grant.services === undefined) return { status: 'confirmed' };
  const spellings = new Set(
    grant.services.map((each) => (/[*?]/.test(each) ? 'pattern' : ec2Spelling(each, partition))),
  );
  if (spellings.has('pattern')) return { status: 'confirmed' };
  if (partition === 'aws-cn' && spellings.has('usual') !== spellings.has('china')) {
    const [listed, missing] = spellings.has('usual')
      ? ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn']
      : ['ec2.amazonaws.com.cn', 'ec2.amazonaws.com'];
    return {
      status: 'unknown',
      why: `iam:PassedToService lists ${listed} but not ${missing}; in China calls send either`,
    };
  }
  if (spellings.has('usual') || spellings.has('china') || spellings.has('legacy'))
    return { status: 'confirmed' };
  return { status: 'broken', why: `iam:PassedToService lists ${grant.services.join(', ')}, not EC2` };
}

/** The role in the graph, or a ghost for one that was not read. */
function roleNode(graph: Surroundings, arn: string): NodeId {
  const key = graph.accounts.arnKey(arn);
  const known = graph.roles.nodes.get(key);
  if (known !== undefined) return known.id;
  const parts = parseArn(arn);
  const id = toNodeId(`role:${key}`);
  addNode(graph.draft, {
    kind: 'role',
    id,
    label: parts?.name ?? arn,
    name: parts?.name ?? arn,
    accountId: graph.accounts.of({}, arn),
    partition: parts?.partition,
    arn: toArn(arn),
    ghost: { kind: 'not-loaded', why: 'named by a policy or a denied call, but not read' },
    serviceLinked: false,
  });
  return id;
}

/** The caller of a denied call. A session of a role is that role: session ARNs leave the role's path out. */
function principalNode(graph: Surroundings, arn: string): NodeId {
  const parts = parseArn(arn);
  const account = graph.accounts.of({}, arn);
  if (parts?.resourceType === 'role') {
    const known = graph.roles.nodes.get(graph.accounts.arnKey(arn));
    if (known !== undefined) return known.id;
  }
  if (parts?.resourceType === 'assumed-role') {
    return ownerNode(graph, account, parts.resource.split('/')[1] ?? parts.name);
  }
  const id = toNodeId(`principal:${graph.accounts.arnKey(arn)}`);
  addNode(graph.draft, {
    kind: 'principal',
    id,
    label: parts?.name ?? arn,
    accountId: account,
    partition: parts?.partition,
    arn: toArn(arn),
  });
  return id;
}

/** The role that owns policies or sessions, by its bare name: its node, or a principal when the role itself was not read. */
function ownerNode(graph: Surroundings, account: AccountId | undefined, name: string): NodeId {
  const known = graph.byName.get(scoped(account, name));
  if (known !== undefined) return known.id;
  const id = toNodeId(`principal:${account ?? ''}:role/${name}`);
  addNode(graph.draft, {
    kind: 'principal',
    id,
    label: name,
    accountId: account,
    partition: graph.accounts.partitionOf(account),
  });
  return id;
}

function heldRoles(
  graph: Surroundings,
  profiles: readonly ProfileNode[],
  account: AccountId | undefined,
): readonly RoleNode[] {
  const held = new Set<RoleNode>();
  for (const profile of profiles) {
    if (account !== undefined && profile.accountId !== account) continue;
    for (const record of profile.record?.Roles ?? []) {
      const role = graph.roles.nodeOf(record, profile);
      if (role !== undefined && role.trust?.answer !== 'no') held.add(role);
    }
  }
  return [...held];
}

function rolesByName(roles: RoleIndex): ReadonlyMap<string, RoleNode> {
  return new Map([...roles.nodes.values()].map((role) => [scoped(role.accountId, role.name), role]));
}

function scoped(account: AccountId | undefined, name: string): string {
  return `${account ?? ''}:${name}`;
}
