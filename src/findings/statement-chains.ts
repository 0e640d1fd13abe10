import { surelyOtherAccount } from '../graph/accounts.ts';
import type { Graph, GraphEdge, GraphNode, InstanceNode, ProfileNode, RoleNode } from '../graph/graph.ts';
import { isLive, liveUsersOf, nodesOf, profilesHolding, profilesOf, rolesOf } from './lookup.ts';

/** A chain as far as it goes from a profile. */
export interface FoundChain {
  readonly instance?: InstanceNode | undefined;
  readonly profile: ProfileNode;
  readonly role?: RoleNode | undefined;
  readonly uses?: GraphEdge | undefined;
  readonly holds?: GraphEdge | undefined;
}

/** The chains of an instance, one for each profile that it is attached to. */
export function chainsOfInstance(graph: Graph, instance: InstanceNode): readonly FoundChain[] {
  return profilesOf(graph, instance).map(({ edge, profile }) => ({
    instance,
    uses: edge,
    ...throughProfile(graph, profile),
  }));
}

/** The chain of a profile, without an instance. */
export function throughProfile(graph: Graph, profile: ProfileNode): FoundChain {
  const [link] = rolesOf(graph, profile);
  return link?.role.ghost === undefined
    ? { profile, role: link?.role, holds: link?.edge }
    : { profile, holds: link.edge };
}

/** The instance of this id; of two accounts' the one in the account given. */
export function instanceById(
  graph: Graph,
  instanceId: string,
  accountId: string | undefined,
): InstanceNode | undefined {
  const found = nodesOf(graph, 'instance').filter((node) => node.instanceId === instanceId);
  return (
    found.find((node) => node.accountId === accountId) ??
    found.find((node) => !surelyOtherAccount(node.accountId, accountId))
  );
}

/** The only profile of what was read that holds a role, if there is just one: then a statement can only mean it. */
export function soleProfile(graph: Graph): ProfileNode | undefined {
  const held = nodesOf(graph, 'profile').filter((profile) => profile.record !== undefined);
  return held.length === 1 ? held[0] : undefined;
}

/** The only live instance of what was read. */
export function soleInstance(graph: Graph): InstanceNode | undefined {
  const live = nodesOf(graph, 'instance').filter(isLive);
  return live.length === 1 ? live[0] : undefined;
}

/** The role of this unique id, else of this name in the account. */
export function roleOf(
  graph: Graph,
  {
    roleId,
    name,
    accountId,
  }: { roleId?: string | undefined; name?: string | undefined; accountId?: string | undefined },
): RoleNode | undefined {
  const real = nodesOf(graph, 'role').filter((role) => role.ghost === undefined);
  const byId = roleId === undefined ? undefined : real.find((role) => role.roleId === roleId);
  return (
    byId ??
    real.find(
      (role) =>
        role.name === name &&
        (accountId === undefined || role.accountId === undefined || role.accountId === accountId),
    )
  );
}

/** The whole of a role: its profiles, their live users and the edges between. */
export function aroundRole(
  graph: Graph,
  role: RoleNode,
): { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] } {
  const holders = profilesHolding(graph, role);
  const users = holders.flatMap(({ profile }) => liveUsersOf(graph, profile));
  return {
    nodes: [role, ...holders.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
    edges: [...holders.map(({ edge }) => edge), ...users.map(({ edge }) => edge)],
  };
}

/** The nodes and edges of a chain, from the instance on. */
export function partsOf(chain: FoundChain): { readonly nodes: GraphNode[]; readonly edges: GraphEdge[] } {
  return {
    nodes: [chain.instance, chain.profile, chain.role].filter((node) => node !== undefined),
    edges: [chain.uses, chain.holds].filter((edge) => edge !== undefined),
  };
}

/** Whether an account is one of those of which a chain was read; an unknown or masked account counts as read. */
export function isReadAccount(graph: Graph, accountId: string | undefined): boolean {
  if (accountId === undefined || !isRealAccount(accountId)) return true;
  const known = new Set<string>();
  for (const kind of ['instance', 'profile', 'role'] as const) {
    for (const node of graph.byKind[kind]) if (node.accountId !== undefined) known.add(node.accountId);
  }
  return known.size === 0 || known.has(accountId) || ![...known].every(isRealAccount);
}

function isRealAccount(accountId: string): boolean {
  return /^\d{12}$/.test(accountId);
}
