import type { Graph, GraphNode, InstanceNode, NodeId, ProfileNode, RoleNode } from '../graph/graph.ts';

/** Whose rights are asked about: a role, and the profile and instance that it is reached through. */
export interface Subject {
  readonly node: InstanceNode | ProfileNode | RoleNode;
  readonly instance?: InstanceNode | undefined;
  readonly profile?: ProfileNode | undefined;
  /** Absent when the chain ends before a role. A ghost counts as a role whose policies nobody read. */
  readonly role?: RoleNode | undefined;
}

/** The subject that a node stands for; `undefined` for nodes that are no part of a chain. */
export function subjectOf(graph: Graph, id: NodeId | undefined): Subject | undefined {
  const node = id === undefined ? undefined : graph.nodes.get(id);
  switch (node?.kind) {
    case 'instance': {
      const profile = profileOfInstance(graph, node);
      return { node, instance: node, profile, role: profile && roleOfProfile(graph, profile) };
    }
    case 'profile':
      return { node, profile: node, role: roleOfProfile(graph, node) };
    case 'role':
      return { node, profile: soleProfile(graph, node), role: node };
    default:
      return undefined;
  }
}

/** How the subject is called in a sentence: "role app", "instance web-1 (role app)". */
export function subjectWords({ node, role }: Subject): string {
  const name = `${KIND_WORDS[node.kind]} ${node.label}`;
  return role === undefined || node.kind === 'role' ? name : `${name} (role ${role.name})`;
}

const KIND_WORDS = { instance: 'instance', profile: 'instance profile', role: 'role' } as const;

function profileOfInstance(graph: Graph, instance: InstanceNode): ProfileNode | undefined {
  const edges = (graph.outgoing.get(instance.id) ?? []).filter(({ kind }) => kind === 'uses');
  const edge = edges.find(({ statedBy }) => statedBy === 'instance') ?? edges[0];
  return edge && asProfile(graph.nodes.get(edge.to));
}

function roleOfProfile(graph: Graph, profile: ProfileNode): RoleNode | undefined {
  for (const edge of graph.outgoing.get(profile.id) ?? []) {
    const node = edge.kind === 'holds' ? graph.nodes.get(edge.to) : undefined;
    if (node?.kind === 'role' && node.ghost?.kind !== 'empty') return node;
  }
  return undefined;
}

/** Of several profiles with one role nobody knows which is meant. */
function soleProfile(graph: Graph, role: RoleNode): ProfileNode | undefined {
  const profiles = (graph.incoming.get(role.id) ?? []).flatMap((edge) => {
    const node = edge.kind === 'holds' ? asProfile(graph.nodes.get(edge.from)) : undefined;
    return node ?? [];
  });
  return profiles.length === 1 ? profiles[0] : undefined;
}

function asProfile(node: GraphNode | undefined): ProfileNode | undefined {
  return node?.kind === 'profile' ? node : undefined;
}
