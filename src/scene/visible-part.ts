import type { Mark, MarkId, Scene, SceneColumn, Wire } from './scene.ts';

/** A part of the picture, in scene units. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** The marks of a column that reach into a band, by binary search. */
export function marksIn(column: SceneColumn, band: Band): readonly Mark[] {
  const { marks } = column;
  const first = firstIndex(marks.length, (i) => bottomOf(marks[i]) >= band.top);
  const end = firstIndex(marks.length, (i) => (marks[i]?.y ?? 0) > band.bottom);
  return marks.slice(first, end);
}

/** The mark at a height, or the next one to it. */
export function markNear(column: SceneColumn, y: number): Mark | undefined {
  const { marks } = column;
  const index = firstIndex(marks.length, (i) => bottomOf(marks[i]) >= y);
  const below = marks[index];
  const above = marks[index - 1];
  if (!below || !above) return below ?? above;
  return y - bottomOf(above) < below.y - y ? above : below;
}

/** Finds the wires of a band among thousands. Built once for a scene. */
export interface WireIndex {
  readonly of: (mark: MarkId) => readonly Wire[];
  readonly in: (band: Band) => readonly Wire[];
}

/** Wires are listed by the stretches of this height that they pass. */
const STRETCH = 1024;

export function indexWires(scene: Scene): WireIndex {
  const stretches = new Map<number, Wire[]>();
  const byMark = new Map<MarkId, Wire[]>();
  for (const wire of scene.wires) {
    push(byMark, wire.from, wire);
    push(byMark, wire.to, wire);
    const last = Math.floor(wire.bottom / STRETCH);
    for (let at = Math.floor(wire.top / STRETCH); at <= last; at += 1) push(stretches, at, wire);
  }
  const inBand = (band: Band): readonly Wire[] => {
    const found = new Set<Wire>();
    const last = Math.floor(band.bottom / STRETCH);
    for (let at = Math.floor(band.top / STRETCH); at <= last; at += 1) {
      for (const wire of stretches.get(at) ?? []) {
        if (wire.bottom >= band.top && wire.top <= band.bottom) found.add(wire);
      }
    }
    return [...found];
  };
  return { of: (mark) => byMark.get(mark) ?? [], in: inBand };
}

/**
 * Of the wires in a band, those to draw. Hundreds of wires from an open stack may pass through on their common trunk: of
 * those that neither start nor turn off inside the band, the longest alone is drawn.
 */
export function wiresToDraw(
  scene: Scene,
  wires: readonly Wire[],
  band: Band,
  isLit: (wire: Wire) => boolean,
): readonly Wire[] {
  const drawn: Wire[] = [];
  const passing = new Map<string, Wire>();
  for (const wire of wires) {
    const start = scene.marks.get(wire.from);
    if (start && start.y + start.height >= band.top && start.y <= band.bottom) {
      drawn.push(wire);
      continue;
    }
    const trunk = `${wire.to} ${wire.tone} ${isLit(wire)} ${(start?.y ?? 0) < band.top}`;
    const longest = passing.get(trunk);
    if (!longest || wire.bottom - wire.top > longest.bottom - longest.top) passing.set(trunk, wire);
  }
  return [...passing.values(), ...drawn];
}

function push<Key>(map: Map<Key, Wire[]>, key: Key, wire: Wire): void {
  const list = map.get(key);
  if (list) list.push(wire);
  else map.set(key, [wire]);
}

function bottomOf(mark: Mark | undefined): number {
  return mark ? mark.y + mark.height : 0;
}

/** The first index for which a test holds that holds for all after it; `length` if for none. */
function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
