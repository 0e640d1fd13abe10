import { compareText } from '../base/compare.ts';
import type {
  Graph,
  GraphEdge,
  InstanceNode,
  NodeKind,
  NodesByKind,
  ProfileNode,
  RoleNode,
} from '../graph/graph.ts';
import type { Statement } from '../inventory/statements.ts';

/** All nodes of a kind, in order of id. */
export function nodesOf<Kind extends NodeKind>(graph: Graph, kind: Kind): NodesByKind[Kind] {
  return graph.byKind[kind];
}

/** A profile and the edge that leads to it. */
export interface ProfileLink {
  readonly edge: GraphEdge;
  readonly profile: ProfileNode;
}

/** An instance and the edge by which it uses a profile. */
export interface InstanceLink {
  readonly edge: GraphEdge;
  readonly instance: InstanceNode;
}

/** A role and the edge that leads to it. */
export interface RoleLink {
  readonly edge: GraphEdge;
  readonly role: RoleNode;
}

/** The profiles of an instance: none, one, or two while they are swapped. */
export function profilesOf(graph: Graph, instance: InstanceNode): readonly ProfileLink[] {
  const links: ProfileLink[] = [];
  for (const edge of graph.outgoing.get(instance.id) ?? []) {
    const profile = edge.kind === 'uses' ? graph.nodes.get(edge.to) : undefined;
    if (profile?.kind === 'profile') links.push({ edge, profile });
  }
  return links;
}

/** Whether an instance is attached to any profile: the short question. */
export function hasProfile(graph: Graph, instance: InstanceNode): boolean {
  // `uses` is the one kind of edge that leads away from an instance.
  return graph.outgoing.has(instance.id);
}

/** The roles of a profile: on AWS at most one. The hole of an empty profile is among them, as a ghost. */
export function rolesOf(graph: Graph, profile: ProfileNode): readonly RoleLink[] {
  const links: RoleLink[] = [];
  for (const edge of graph.outgoing.get(profile.id) ?? []) {
    const role = edge.kind === 'holds' ? graph.nodes.get(edge.to) : undefined;
    if (role?.kind === 'role') links.push({ edge, role });
  }
  return links;
}

/** The live instances that use a profile, each with its edge. */
export function liveUsersOf(graph: Graph, profile: ProfileNode): readonly InstanceLink[] {
  const links: InstanceLink[] = [];
  for (const edge of graph.incoming.get(profile.id) ?? []) {
    const instance = edge.kind === 'uses' ? graph.nodes.get(edge.from) : undefined;
    if (instance?.kind === 'instance' && isLive(instance)) links.push({ edge, instance });
  }
  return links;
}

/** The profiles that hold a role. */
export function profilesHolding(graph: Graph, role: RoleNode): readonly ProfileLink[] {
  const links: ProfileLink[] = [];
  for (const edge of graph.incoming.get(role.id) ?? []) {
    const profile = edge.kind === 'holds' ? graph.nodes.get(edge.from) : undefined;
    if (profile?.kind === 'profile') links.push({ edge, profile });
  }
  return links;
}

/** Whether a template, configuration or environment names a profile. */
export function isNamed(graph: Graph, profile: ProfileNode): boolean {
  return (graph.incoming.get(profile.id) ?? []).some((edge) => edge.kind === 'names');
}

/** Templates, configurations and environments that name a profile. */
export function sourcesNaming(graph: Graph, profile: ProfileNode): readonly GraphEdge[] {
  return (graph.incoming.get(profile.id) ?? []).filter((edge) => edge.kind === 'names');
}

/** An instance that is not on its way out or gone: only of these may anything be said. A missing state counts as live. */
export function isLive(instance: InstanceNode): boolean {
  return isLiveState(instance.record?.State);
}

/** As {@link isLive}, for a state at hand. */
export function isLiveState(state: string | undefined): boolean {
  return state !== 'terminated' && state !== 'shutting-down';
}

/** What hosts and failed calls say, in an order that does not hang on the order in which it came. */
export function statementsOf(graph: Graph): readonly Statement[] {
  return graph.inventory.statements.length < 2
    ? graph.inventory.statements
    : graph.inventory.statements
        .map((said) => ({ said, key: `${said.kind} ${said.label} ${JSON.stringify(said)}` }))
        .sort((a, b) => compareText(a.key, b.key))
        .map(({ said }) => said);
}
