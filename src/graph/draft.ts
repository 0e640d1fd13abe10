import { compareText } from '../base/compare.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CoverageIndex } from './coverage-index.ts';
import type { EdgeId, EdgeStatus, Graph, GraphEdge, GraphNode, NodeId } from './graph.ts';

/** A graph in the making. */
export interface Draft {
  readonly nodes: Map<NodeId, GraphNode>;
  readonly edges: Map<EdgeId, GraphEdge>;
}

/** The one place where text becomes a node id. */
export const toNodeId = (text: string): NodeId => text as NodeId;

/** The id of an edge, by its kind and ends. */
export function edgeId(kind: GraphEdge['kind'], from: NodeId, to: NodeId): EdgeId {
  return `${kind}:${from}>${to}` as EdgeId;
}

/** Adds an edge. Where two sources say different things of one link, the worse stays, in whatever order they come. */
export function addEdge(draft: Draft, edge: Omit<GraphEdge, 'id'>): void {
  const id = edgeId(edge.kind, edge.from, edge.to);
  const there = draft.edges.get(id);
  if (there === undefined || isWorse(edge, there)) draft.edges.set(id, { id, ...edge });
}

const WORST_FIRST: readonly EdgeStatus[] = ['broken', 'unknown', 'changing', 'confirmed'];

function isWorse(a: Omit<GraphEdge, 'id'>, b: GraphEdge): boolean {
  const order = WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status);
  return order < 0 || (order === 0 && compareText(a.why ?? '', b.why ?? '') < 0);
}

/** Adds a node unless its id is taken: what has the same id is the same thing. */
export function addNode(draft: Draft, node: GraphNode): void {
  if (!draft.nodes.has(node.id)) draft.nodes.set(node.id, node);
}

/** Puts everything in order of id, so that the same records give the same graph in whatever order they came. */
export function finish(draft: Draft, inventory: Inventory, coverage: CoverageIndex): Graph {
  const edges = inOrder(draft.edges);
  const outgoing = new Map<NodeId, GraphEdge[]>();
  const incoming = new Map<NodeId, GraphEdge[]>();
  for (const edge of edges.values()) {
    push(outgoing, edge.from, edge);
    push(incoming, edge.to, edge);
  }
  return { inventory, nodes: inOrder(draft.nodes), edges, outgoing, incoming, coverage };
}

/** The default sort orders strings by code unit, as `compareText` does, and is several times faster. */
function inOrder<Key extends string, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> {
  const sorted = new Map<Key, Value>();
  for (const key of [...map.keys()].sort()) {
    const value = map.get(key);
    if (value !== undefined) sorted.set(key, value);
  }
  return sorted;
}

function push(index: Map<NodeId, GraphEdge[]>, at: NodeId, edge: GraphEdge): void {
  const list = index.get(at);
  if (list) list.push(edge);
  else index.set(at, [edge]);
}
