import { compareText } from '../base/compare.ts';
import type { EdgeId, Graph, GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';
import { nodesByKind } from '../graph/nodes-by-kind.ts';
import { chainsToDraw } from './chains-to-draw.ts';
import type { ChainsOf } from './compare-instances.ts';
import type { ChainChange, ChangeMark, Comparison } from './comparison.ts';
import type { GapList } from './gap-list.ts';
import type { Side } from './presence.ts';

export interface DrawingInput {
  readonly earlier: Side;
  readonly later: Side;
  readonly chains: { readonly earlier: ChainsOf; readonly later: ChainsOf };
  /** All, those included that no line of the list tells. */
  readonly changes: readonly ChainChange[];
  readonly gaps: GapList;
}

type Drawing = Pick<Comparison, 'graph' | 'chains' | 'changeOf' | 'linkChangeOf'>;

/**
 * One graph to draw both sides from: the later one, and of the earlier one what was removed or what the later one could not
 * read, with the links that held then. What is of an account that one side knows nothing of wears no mark, and is drawn only
 * if the later side has it.
 */
export function drawingOf(input: DrawingInput): Drawing {
  const { earlier, later } = input;
  const changeOf = nodeMarks(input);
  const linkChangeOf = new Map<EdgeId, ChangeMark>();
  const former: GraphEdge[] = [];
  for (const edge of earlier.graph.edges) {
    const mark = linkMark(edge, later, changeOf, 'removed');
    if (mark === undefined || !isDrawable(edge.to, earlier, later, changeOf)) continue;
    former.push(edge);
    linkChangeOf.set(edge.id, mark);
  }
  for (const edge of later.graph.edges) {
    const mark = linkMark(edge, earlier, changeOf, 'added');
    if (mark !== undefined) linkChangeOf.set(edge.id, mark);
  }
  const graph = unionOf(earlier, later, changeOf, former);
  return { graph, changeOf, linkChangeOf, chains: chainsToDraw(input, { graph, changeOf, linkChangeOf }) };
}

function nodeMarks({ changes, gaps }: DrawingInput): ReadonlyMap<NodeId, ChangeMark> {
  const marks = new Map<NodeId, ChangeMark>();
  for (const { gap, nodes } of gaps.list())
    if (!gap.accountMissing) for (const node of nodes) marks.set(node, 'unknown');
  for (const change of changes)
    if (change.kind === 'changed' && change.replaces !== undefined) marks.set(change.replaces, 'removed');
  for (const change of changes) marks.set(change.id, change.kind);
  return marks;
}

/** The links of a chain and of what launches it. */
const LINKS: ReadonlySet<GraphEdge['kind']> = new Set(['uses', 'holds', 'names', 'launches']);

/** What became of a link that the other side lacks; `undefined` when it has it, or cannot say. */
function linkMark(
  { id, kind, from }: GraphEdge,
  other: Side,
  changeOf: ReadonlyMap<NodeId, ChangeMark>,
  lacking: 'added' | 'removed',
): ChangeMark | undefined {
  if (!LINKS.has(kind) || hasEdge(other.graph, from, id)) return undefined;
  const there = other.graph.nodes.get(from);
  const mark = changeOf.get(from);
  if (there === undefined) {
    if (mark === 'changed') return lacking;
    return mark === lacking || (mark === 'unknown' && lacking === 'removed') ? mark : undefined;
  }
  return mark === lacking || saysItsLink(there) ? lacking : undefined;
}

function hasEdge(graph: Graph, from: NodeId, id: EdgeId): boolean {
  return (graph.outgoing.get(from) ?? []).some((edge) => edge.id === id);
}

/** Whether a node tells what it is linked to, so that another link surely isn't there. */
function saysItsLink(node: GraphNode): boolean {
  if (node.ghost !== undefined) return false;
  switch (node.kind) {
    case 'instance':
      return node.record !== undefined;
    case 'profile':
      return node.record?.Roles !== undefined;
    default:
      return node.kind !== 'principal';
  }
}

/** What was but a ghost in the earlier read is not drawn again. */
function isDrawable(
  id: NodeId,
  earlier: Side,
  later: Side,
  changeOf: ReadonlyMap<NodeId, ChangeMark>,
): boolean {
  if (later.graph.nodes.has(id)) return true;
  return earlier.graph.nodes.get(id)?.ghost === undefined && changeOf.has(id);
}

function unionOf(
  earlier: Side,
  later: Side,
  changeOf: ReadonlyMap<NodeId, ChangeMark>,
  former: readonly GraphEdge[],
): Graph {
  const { graph } = later;
  const old = [...changeOf].flatMap(([id, mark]) => {
    const node = earlier.graph.nodes.get(id);
    return node !== undefined && speaksFor(mark, graph.nodes.get(id)) ? [node] : [];
  });
  if (old.length === 0) return former.length === 0 ? graph : { ...graph, former };
  const all = new Map([...graph.nodes, ...old.map((node) => [node.id, node] as const)]);
  const sorted = [...all.values()].sort((a, b) => compareText(a.id, b.id));
  const nodes = new Map(sorted.map((node) => [node.id, node]));
  const outgoing = new Map(graph.outgoing);
  for (const edge of former) {
    if (graph.nodes.has(edge.from)) continue;
    outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
  }
  return { ...graph, nodes, byKind: nodesByKind(sorted), outgoing, former };
}

/** Whether the earlier node is drawn: where there is no later one, or but a trace of what is gone or was not read. */
function speaksFor(mark: ChangeMark, later: GraphNode | undefined): boolean {
  if (later === undefined) return true;
  return (
    (mark === 'removed' || mark === 'unknown') && later.kind === 'instance' && later.record === undefined
  );
}
