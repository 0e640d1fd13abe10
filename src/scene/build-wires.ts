import { compareText } from '../base/compare.ts';
import type { Graph, GraphEdge, NodeId } from '../graph/graph.ts';
import type { Mark, MarkId, Wire } from './scene.ts';
import { type Point, stepPath } from './step-path.ts';

/** How far from the end of a wire its trunk runs: enough for the round corner. */
const TRUNK_TO_END = 20;
/** Left of its column, a group's wire to its template. */
const BRACKET = 16;
const NAMES_DIFFER = 'names differ';

/** From best to worst: a bundle looks like its worst wire. */
const TONES: readonly Wire['tone'][] = ['confirmed', 'unknown', 'changing', 'broken'];

/** The wires between marks: one for all links between the same two marks, from top to bottom. */
export function buildWires(
  graph: Graph,
  markOf: ReadonlyMap<NodeId, MarkId>,
  marks: ReadonlyMap<MarkId, Mark>,
): readonly Wire[] {
  const bundles = new Map<Mark, Map<Mark, GraphEdge[]>>();
  const markAt = (node: NodeId) => {
    const id = markOf.get(node);
    return id && marks.get(id);
  };
  for (const edge of graph.edges.values()) {
    const from = markAt(edge.from);
    const to = markAt(edge.to);
    if (!from || !to || from === to || edge.kind === 'passes') continue;
    const fromHere = getOrAdd(bundles, from, () => new Map<Mark, GraphEdge[]>());
    getOrAdd(fromHere, to, (): GraphEdge[] => []).push(edge);
  }
  const wires: Wire[] = [];
  for (const [from, ends] of bundles) for (const [to, edges] of ends) wires.push(wire(from, to, edges));
  return wires.sort((a, b) => a.top - b.top || compareText(a.id, b.id));
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function wire(from: Mark, to: Mark, edges: readonly GraphEdge[]): Wire {
  const tone = worstTone(edges);
  const start = { x: from.x + from.width, y: centre(from) };
  const end = { x: to.x, y: centre(to) };
  const differ = edges.some((edge) => edge.namesDiffer);
  const { path, middle } = from.column === to.column ? bracket(from, to) : across(start, end);
  return {
    id: `${from.id} ${to.id}`,
    edges: edges.map((edge) => edge.id),
    from: from.id,
    to: to.id,
    tone,
    path,
    middle,
    top: Math.min(start.y, end.y),
    bottom: Math.max(start.y, end.y),
    tag: differ && tone !== 'broken' ? NAMES_DIFFER : undefined,
  };
}

/** The middle lies on the part that this wire shares with no other. */
function across(start: Point, end: Point): Pick<Wire, 'path' | 'middle'> {
  const trunk = end.x - TRUNK_TO_END;
  return { path: stepPath(start, end, trunk), middle: { x: (start.x + trunk) / 2, y: start.y } };
}

function bracket(from: Mark, to: Mark): Pick<Wire, 'path' | 'middle'> {
  const start = { x: from.x, y: centre(from) };
  const end = { x: to.x, y: centre(to) };
  const trunk = from.x - BRACKET;
  return { path: stepPath(start, end, trunk), middle: { x: trunk, y: (start.y + end.y) / 2 } };
}

function centre(mark: Mark): number {
  return mark.y + mark.height / 2;
}

function worstTone(edges: readonly GraphEdge[]): Wire['tone'] {
  return TONES[Math.max(...edges.map((edge) => TONES.indexOf(edge.status)))] ?? 'confirmed';
}
