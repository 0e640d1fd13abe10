import type { EdgeId, Graph, GraphEdge, NodeId } from './graph.ts';

/** What lights up together. */
export interface LitChain {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

/**
 * Everything up and down from a node along its chains, without turning back: a role lights its profiles and their users, a
 * profile its users and its role, an instance its own path alone. Who passes a role isn't part of the chain, unless asked
 * from there. Where two reads are compared, the links that these had before light up too.
 */
export function chainOf(graph: Graph, start: NodeId): LitChain {
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  if (!graph.nodes.has(start)) return { nodes, edges };
  nodes.add(start);
  const fromPrincipal = (graph.outgoing.get(start) ?? []).filter((edge) => edge.kind === 'passes');
  for (const edge of fromPrincipal) {
    edges.add(edge.id);
    nodes.add(edge.to);
  }
  walk(start, graph.outgoing, (edge) => edge.to, nodes, edges);
  walk(start, graph.incoming, (edge) => edge.from, nodes, edges);
  for (const edge of graph.former ?? []) {
    if (!nodes.has(edge.from) && edge.to !== start) continue;
    edges.add(edge.id);
    nodes.add(edge.from);
    nodes.add(edge.to);
  }
  return { nodes, edges };
}

function walk(
  start: NodeId,
  edgesAt: ReadonlyMap<NodeId, readonly GraphEdge[]>,
  end: (edge: GraphEdge) => NodeId,
  nodes: Set<NodeId>,
  edges: Set<EdgeId>,
): void {
  const seen = new Set<NodeId>([start]);
  const queue: NodeId[] = [start];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const edge of edgesAt.get(at) ?? []) {
      if (edge.kind === 'passes') continue;
      edges.add(edge.id);
      const next = end(edge);
      nodes.add(next);
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
}
