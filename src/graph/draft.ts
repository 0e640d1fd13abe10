import { compareText } from '../base/compare.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { CoverageIndex } from './coverage-index.ts';
import type { EdgeId, EdgeStatus, Graph, GraphEdge, GraphNode, NodeId } from './graph.ts';
import { nodesByKind } from './nodes-by-kind.ts';

/** A graph in the making. */
export interface Draft {
  /** In the order they were added; of two with one id the first counts. */
  readonly nodes: GraphNode[];
  /** Edges by the node that they start from. */
  readonly edges: Map<NodeId, GraphEdge[]>;
}

/** The one place where text becomes a node id. */
export const toNodeId = (text: string): NodeId => text as NodeId;

/** The id of an edge, by its kind and ends. */
export function edgeId(kind: GraphEdge['kind'], from: NodeId, to: NodeId): EdgeId {
  return `${kind}:${from}>${to}` as EdgeId;
}

/** Adds an edge. Where two sources say different things of one link, the worse stays, in whatever order they come. */
export function addEdge(draft: Draft, said: Omit<GraphEdge, 'id'>): void {
  const { kind, from, to, status, why, namesDiffer, joinedBy, statedBy } = said;
  const edge = { id: edgeId(kind, from, to), kind, from, to, status, why, namesDiffer, joinedBy, statedBy };
  const list = draft.edges.get(from);
  if (list === undefined) {
    draft.edges.set(from, [edge]);
    return;
  }
  const at = list.findIndex((each) => each.to === to && each.kind === kind);
  const there = list[at];
  if (there === undefined) list.push(edge);
  else if (isWorse(edge, there)) list[at] = edge;
}

const WORST_FIRST: readonly EdgeStatus[] = ['broken', 'unknown', 'changing', 'confirmed'];

function isWorse(a: GraphEdge, b: GraphEdge): boolean {
  const order = WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status);
  return order < 0 || (order === 0 && compareText(a.why ?? '', b.why ?? '') < 0);
}

/** Adds a node. What has the same id is the same thing: added twice, the first counts. */
export function addNode(draft: Draft, node: GraphNode): void {
  draft.nodes.push(node);
}

/**
 * Puts nodes in order of id and edges in order of their ends, so that the same records give the same graph in whatever order
 * they came.
 */
export function finish(draft: Draft, inventory: Inventory, coverage: CoverageIndex): Graph {
  const nodes = new Map<NodeId, GraphNode>();
  const edges: GraphEdge[] = [];
  const incoming = new Map<NodeId, GraphEdge[]>();
  let last: NodeId | undefined;
  for (const node of draft.nodes.sort(byId)) {
    const { id } = node;
    if (id === last) continue;
    last = id;
    nodes.set(id, node);
    const list = draft.edges.get(id);
    if (list === undefined) continue;
    if (list.length > 1) list.sort(byId);
    for (const edge of list) {
      edges.push(edge);
      const into = incoming.get(edge.to);
      if (into === undefined) incoming.set(edge.to, [edge]);
      else into.push(edge);
    }
  }
  const byKind = nodesByKind(nodes.values());
  return { inventory, nodes, byKind, edges, outgoing: draft.edges, incoming, coverage };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
