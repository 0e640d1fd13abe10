import type {
  Graph,
  GraphEdge,
  GraphNode,
  InstanceNode,
  NodeId,
  NodeKind,
  ProfileNode,
  RoleNode,
} from '../graph/graph.ts';

type NodeOf<Kind extends NodeKind> = GraphNode & { readonly kind: Kind };

/** All nodes of some kinds, in the order of the graph. */
export function* nodesOf<Kind extends NodeKind>(
  graph: Graph,
  ...kinds: readonly Kind[]
): Generator<NodeOf<Kind>> {
  for (const node of graph.nodes.values()) {
    if (isOfKind(node, kinds)) yield node;
  }
}

/** A profile and the edge that leads to it. */
export interface ProfileLink {
  readonly edge: GraphEdge;
  readonly profile: ProfileNode;
}

/** A role and the edge that leads to it. */
export interface RoleLink {
  readonly edge: GraphEdge;
  readonly role: RoleNode;
}

/** The profiles of an instance: none, one, or two while they are swapped. */
export function profilesOf(graph: Graph, instance: InstanceNode): readonly ProfileLink[] {
  return edgesFrom(graph, instance.id, 'uses').flatMap((edge) => {
    const profile = graph.nodes.get(edge.to);
    return profile?.kind === 'profile' ? [{ edge, profile }] : [];
  });
}

/** The roles of a profile: on AWS at most one. The hole of an empty profile is among them, as a ghost. */
export function rolesOf(graph: Graph, profile: ProfileNode): readonly RoleLink[] {
  return edgesFrom(graph, profile.id, 'holds').flatMap((edge) => {
    const role = graph.nodes.get(edge.to);
    return role?.kind === 'role' ? [{ edge, role }] : [];
  });
}

/** The live instances that use a profile, each with its edge. */
export function liveUsersOf(
  graph: Graph,
  profile: ProfileNode,
): readonly { readonly edge: GraphEdge; readonly instance: InstanceNode }[] {
  return edgesInto(graph, profile.id, 'uses').flatMap((edge) => {
    const instance = graph.nodes.get(edge.from);
    return instance?.kind === 'instance' && isLive(instance) ? [{ edge, instance }] : [];
  });
}

/** The profiles that hold a role. */
export function profilesHolding(graph: Graph, role: RoleNode): readonly ProfileLink[] {
  return edgesInto(graph, role.id, 'holds').flatMap((edge) => {
    const profile = graph.nodes.get(edge.from);
    return profile?.kind === 'profile' ? [{ edge, profile }] : [];
  });
}

/** Templates, configurations and environments that name a profile. */
export function sourcesNaming(graph: Graph, profile: ProfileNode): readonly GraphEdge[] {
  return edgesInto(graph, profile.id, 'names');
}

/** An instance that is not on its way out or gone: only of these may anything be said. A missing state counts as live. */
export function isLive(instance: InstanceNode): boolean {
  const state = instance.record?.State;
  return state !== 'terminated' && state !== 'shutting-down';
}

export function edgesFrom(graph: Graph, node: NodeId, kind: GraphEdge['kind']): readonly GraphEdge[] {
  return (graph.outgoing.get(node) ?? []).filter((edge) => edge.kind === kind);
}

export function edgesInto(graph: Graph, node: NodeId, kind: GraphEdge['kind']): readonly GraphEdge[] {
  return (graph.incoming.get(node) ?? []).filter((edge) => edge.kind === kind);
}

function isOfKind<Kind extends NodeKind>(node: GraphNode, kinds: readonly Kind[]): node is NodeOf<Kind> {
  return kinds.some((kind) => kind === node.kind);
}
