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
  for (const edge of graph.edges) {
    const from = markAt(edge.from);
    const to = markAt(edge.to);
    if (!from || !to || from === to || edge.kind === 'passes') continue;
    const fromHere = getOrAdd(bundles, from, () => new Map<Mark, GraphEdge[]>());
    getOrAdd(fromHere, to, (): GraphEdge[] => []).push(edge);
  }
  const wires: Wire[] = [];
  for (const [from, ends] of bundles)
    for (const [to, edges] of ends) wires.push(new SceneWire(from, to, edges));
  return wires.sort((a, b) => a.top - b.top || a.middle.x - b.middle.x || compareText(a.id, b.id));
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Id and path are made when they are first read: of 10,000 wires a hundred are on screen. */
class SceneWire implements Wire {
  readonly from: MarkId;
  readonly to: MarkId;
  readonly edges: Wire['edges'];
  readonly tone: Wire['tone'];
  readonly middle: Wire['middle'];
  readonly top: number;
  readonly bottom: number;
  readonly tag: string | undefined;
  readonly #route: Route;

  constructor(from: Mark, to: Mark, edges: readonly GraphEdge[]) {
    const route = from.column === to.column ? bracket(from, to) : across(from, to);
    this.from = from.id;
    this.to = to.id;
    this.edges = edges.map((edge) => edge.id);
    this.tone = worstTone(edges);
    this.middle = route.middle;
    this.top = Math.min(route.start.y, route.end.y);
    this.bottom = Math.max(route.start.y, route.end.y);
    this.tag = this.tone !== 'broken' && edges.some((edge) => edge.namesDiffer) ? NAMES_DIFFER : undefined;
    this.#route = route;
  }

  get id(): string {
    return `${this.from} ${this.to}`;
  }

  get path(): string {
    return stepPath(this.#route.start, this.#route.end, this.#route.trunk);
  }
}

interface Route {
  readonly start: Point;
  readonly end: Point;
  readonly trunk: number;
  /** On the part that the wire shares with no other. */
  readonly middle: Point;
}

function across(from: Mark, to: Mark): Route {
  const start = { x: from.x + from.width, y: centre(from) };
  const trunk = to.x - TRUNK_TO_END;
  return { start, end: { x: to.x, y: centre(to) }, trunk, middle: { x: (start.x + trunk) / 2, y: start.y } };
}

function bracket(from: Mark, to: Mark): Route {
  const start = { x: from.x, y: centre(from) };
  const end = { x: to.x, y: centre(to) };
  const trunk = from.x - BRACKET;
  return { start, end, trunk, middle: { x: trunk, y: (start.y + end.y) / 2 } };
}

function centre(mark: Mark): number {
  return mark.y + mark.height / 2;
}

function worstTone(edges: readonly GraphEdge[]): Wire['tone'] {
  let worst = 0;
  for (const edge of edges) worst = Math.max(worst, TONES.indexOf(edge.status));
  return TONES[worst] ?? 'confirmed';
}
