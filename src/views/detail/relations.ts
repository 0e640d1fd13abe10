import { compareNatural, compareText } from '../../base/compare.ts';
import type {
  Graph,
  GraphEdge,
  GraphNode,
  InstanceNode,
  NodeId,
  ProfileNode,
  RoleNode,
} from '../../graph/graph.ts';

/** A neighbour and the link to it. */
export interface Linked<Node extends GraphNode = GraphNode> {
  readonly node: Node;
  readonly edge: GraphEdge;
}

/** The profiles of an instance: none, one, or two while they are swapped. */
export function profilesOfInstance(graph: Graph, instance: NodeId): readonly Linked<ProfileNode>[] {
  return following(graph, instance, 'uses').filter(isProfileLink);
}

/** The role of a profile, or the ghost in its stead. */
export function rolesOfProfile(graph: Graph, profile: NodeId): readonly Linked<RoleNode>[] {
  return following(graph, profile, 'holds').filter(isRoleLink);
}

/** The instances that use a profile, by name. */
export function instancesOfProfile(graph: Graph, profile: NodeId): readonly InstanceNode[] {
  return inNaturalOrder(
    preceding(graph, profile, 'uses')
      .map(({ node }) => node)
      .filter((node) => node.kind === 'instance'),
  );
}

/** The profiles that hold a role, by name. */
export function profilesOfRole(graph: Graph, role: NodeId): readonly Linked<ProfileNode>[] {
  return preceding(graph, role, 'holds')
    .filter(isProfileLink)
    .sort((a, b) => byLabel(a.node, b.node));
}

/** The instances that run as a role, through whichever profile, each once, by name. */
export function instancesOfRole(graph: Graph, role: NodeId): readonly InstanceNode[] {
  const all = profilesOfRole(graph, role).flatMap(({ node }) => instancesOfProfile(graph, node.id));
  return inNaturalOrder([...new Set(all)]);
}

/** What launches instances with a profile, or from a template: templates, configurations, groups, environments. */
export function sourcesOf(graph: Graph, node: NodeId): readonly Linked[] {
  return [...preceding(graph, node, 'names'), ...preceding(graph, node, 'launches')];
}

/** What a template names or a group launches from. */
export function targetsOf(graph: Graph, node: NodeId): readonly Linked[] {
  return [...following(graph, node, 'names'), ...following(graph, node, 'launches')];
}

function following(graph: Graph, from: NodeId, kind: GraphEdge['kind']): readonly Linked[] {
  return linked(graph, graph.outgoing.get(from) ?? [], kind, (edge) => edge.to);
}

function preceding(graph: Graph, to: NodeId, kind: GraphEdge['kind']): readonly Linked[] {
  return linked(graph, graph.incoming.get(to) ?? [], kind, (edge) => edge.from);
}

function linked(
  graph: Graph,
  edges: readonly GraphEdge[],
  kind: GraphEdge['kind'],
  end: (edge: GraphEdge) => NodeId,
): readonly Linked[] {
  return edges.flatMap((edge) => {
    const node = edge.kind === kind ? graph.nodes.get(end(edge)) : undefined;
    return node ? [{ node, edge }] : [];
  });
}

function isProfileLink(link: Linked): link is Linked<ProfileNode> {
  return link.node.kind === 'profile';
}

function isRoleLink(link: Linked): link is Linked<RoleNode> {
  return link.node.kind === 'role';
}

function inNaturalOrder(nodes: readonly InstanceNode[]): readonly InstanceNode[] {
  return [...nodes].sort(byLabel);
}

function byLabel(a: GraphNode, b: GraphNode): number {
  return compareNatural(a.label, b.label) || compareText(a.id, b.id);
}
