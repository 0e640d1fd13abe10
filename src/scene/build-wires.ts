import { compareText } from '../base/compare.ts';
import type { Graph, GraphEdge, NodeId } from '../graph/graph.ts';
import { TRUNK_MARGIN, TRUNK_STEP } from './geometry.ts';
import type { Change, Changes, Mark, MarkId, Wire } from './scene.ts';
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
  laneOf: (from: MarkId, to: MarkId) => number | undefined,
  changes?: Changes,
): readonly Wire[] {
  const bundles = new Map<Mark, Map<Mark, GraphEdge[]>>();
  const markAt = (node: NodeId) => {
    const id = markOf.get(node);
    return id && marks.get(id);
  };
  const add = (edge: GraphEdge): void => {
    const from = markAt(edge.from);
    const to = markAt(edge.to);
    if (!from || !to || from === to || edge.kind === 'passes' || isFolded(edge, from)) return;
    const fromHere = getOrAdd(bundles, from, () => new Map<Mark, GraphEdge[]>());
    getOrAdd(fromHere, to, (): GraphEdge[] => []).push(edge);
  };
  for (const edge of graph.edges) add(edge);
  const former = new Set(graph.former);
  for (const edge of former) add(edge);
  const wires: Wire[] = [];
  for (const [from, ends] of bundles)
    for (const [to, edges] of ends) {
      const isOld = former.size > 0 && edges.every((edge) => former.has(edge));
      const change = changes && sameChange(edges, changes);
      wires.push(new SceneWire(from, to, edges, { lane: laneOf(from.id, to.id), isOld, change }));
    }
  return wires.sort((a, b) => a.top - b.top || a.middle.x - b.middle.x || compareText(a.id, b.id));
}

/** The policies of roles that are folded away are not drawn, and what some share with others would look like theirs alone. */
function isFolded(edge: GraphEdge, from: Mark): boolean {
  return (edge.kind === 'has' || edge.kind === 'bounds') && from.fold !== undefined;
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
  readonly bounds: boolean;
  readonly tag: string | undefined;
  readonly change: Wire['change'];
  readonly signed: boolean;
  readonly #route: Route;

  constructor(from: Mark, to: Mark, edges: readonly GraphEdge[], { lane, isOld, change }: WireFacts) {
    const beside = isOld && from.change !== 'removed';
    const route = from.column === to.column ? bracket(from, to) : across(from, to, lane, beside);
    this.from = from.id;
    this.to = to.id;
    this.edges = edges.map((edge) => edge.id);
    this.tone = worstTone(edges);
    this.middle = route.middle;
    this.top = Math.min(route.start.y, route.end.y);
    this.bottom = Math.max(route.start.y, route.end.y);
    this.bounds = edges.every((edge) => edge.kind === 'bounds');
    this.change = change;
    this.signed = change !== undefined && from.change !== change && to.change !== change;
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

/** What the marks at its ends alone don't tell of a wire. */
interface WireFacts {
  readonly lane: number | undefined;
  /** All its links are of the earlier read. */
  readonly isOld: boolean;
  readonly change: Change | undefined;
}

/** What became of a bundle as a whole; nothing where its links fared differently. */
function sameChange(edges: readonly GraphEdge[], { ofLink }: Changes): Change | undefined {
  const [first] = edges;
  const change = first && ofLink.get(first.id);
  return edges.every((edge) => ofLink.get(edge.id) === change) ? change : undefined;
}

interface Route {
  readonly start: Point;
  readonly end: Point;
  readonly trunk: number;
  /** On the part that the wire shares with no other. */
  readonly middle: Point;
}

/** In a lane of its own, counted from the end, where the wires of several roles and policies pass each other. */
function across(from: Mark, to: Mark, lane: number | undefined, beside: boolean): Route {
  const start = { x: from.x + from.width, y: centre(from) };
  if (beside) return besideNow(start, to);
  const trunk = to.x - (lane === undefined ? TRUNK_TO_END : TRUNK_MARGIN + lane * TRUNK_STEP);
  return { start, end: { x: to.x, y: centre(to) }, trunk, middle: { x: (start.x + trunk) / 2, y: start.y } };
}

/** A former link sets out below the one of now and climbs or falls left of it, so that one sees both. */
function besideNow({ x, y }: Point, to: Mark): Route {
  const start = { x, y: y + BESIDE };
  const end = { x: to.x, y: centre(to) };
  const trunk = Math.max(x + BESIDE, to.x - TRUNK_TO_END - BESIDE);
  return { start, end, trunk, middle: { x: trunk, y: (start.y + end.y) / 2 } };
}

const BESIDE = 10;

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
