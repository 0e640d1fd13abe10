import { edgeId, finish, toNodeId } from '../graph/draft.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';

/**
 * The earlier graph, speaking of things by the ids of the later one. Ids come from AWS and are the same in every read, save
 * where one source leaves out what the other gives: a profile without its id, a role without its ARN, an instance without
 * its account. Such a thing is the same only if it is the single one that fits; two accounts never meet.
 */
export function alignTo(later: Graph, earlier: Graph): Graph {
  const names = renames(later, earlier);
  if (names.size === 0) return earlier;
  const rename = (id: NodeId): NodeId => names.get(id) ?? id;
  const edges = new Map<NodeId, GraphEdge[]>();
  for (const edge of earlier.edges) {
    const [from, to] = [rename(edge.from), rename(edge.to)];
    const list = edges.get(from) ?? [];
    list.push({ ...edge, id: edgeId(edge.kind, from, to), from, to });
    edges.set(from, list);
  }
  const nodes = Array.from(earlier.nodes.values(), (node) => withId(node, rename(node.id)));
  return finish({ nodes, edges }, earlier.inventory, earlier.coverage);
}

function withId(node: GraphNode, id: NodeId): GraphNode {
  return node.id === id ? node : { ...node, id };
}

function renames(later: Graph, earlier: Graph): ReadonlyMap<NodeId, NodeId> {
  const fresh = candidates(later, earlier);
  const old = candidates(earlier, later);
  const names = new Map<NodeId, NodeId>();
  for (const [key, mine] of old) {
    const theirs = fresh.get(key);
    const [one, other] = [mine[0], theirs?.[0]];
    if (one === undefined || other === undefined || mine.length > 1 || theirs?.length !== 1) continue;
    if (names.has(one.id) || !mayBeOne(one, other)) continue;
    names.set(one.id, other.id);
    // The hole in a profile is named after it.
    const hole = toNodeId(`role:in:${one.id}`);
    if (earlier.nodes.has(hole)) names.set(hole, toNodeId(`role:in:${other.id}`));
  }
  return names;
}

/** What one graph has and the other does not, by all that it may be known by. */
function candidates(graph: Graph, other: Graph): ReadonlyMap<string, readonly GraphNode[]> {
  const found = new Map<string, GraphNode[]>();
  for (const node of [...graph.byKind.instance, ...graph.byKind.profile, ...graph.byKind.role]) {
    if (other.nodes.has(node.id)) continue;
    for (const key of keysOf(node)) {
      const list = found.get(key);
      if (list) list.push(node);
      else found.set(key, [node]);
    }
  }
  return found;
}

function keysOf(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'instance':
      return [`instance ${node.instanceId}`];
    case 'profile':
    case 'role': {
      if (node.name === '') return [];
      const name = `${node.kind} ${node.accountId ?? ''} ${node.name}`;
      return node.arn === undefined ? [name] : [`${node.kind} ${node.arn}`, name];
    }
    default:
      return [];
  }
}

/** Whether nothing that both say tells them apart, and one of them leaves something out. */
function mayBeOne(a: GraphNode, b: GraphNode): boolean {
  if (a.kind === 'instance') return a.accountId === undefined || b.accountId === undefined;
  if (a.kind === 'profile' && b.kind === 'profile') {
    if (a.profileId !== undefined && b.profileId !== undefined) return false;
    return a.arn === undefined || b.arn === undefined || a.arn === b.arn;
  }
  return a.arn === undefined || b.arn === undefined;
}
