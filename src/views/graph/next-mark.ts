import type { ColumnKind, Mark, MarkId, Scene } from '../../scene/scene.ts';
import { markNear, type WireIndex } from '../../scene/visible-part.ts';

/** Keys that move between marks. */
export type MoveKey =
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown';

const MOVE_KEYS: ReadonlySet<string> = new Set<MoveKey>([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
const PAGE = 10;

export function isMoveKey(key: string): key is MoveKey {
  return MOVE_KEYS.has(key);
}

/**
 * Where a key leads from a mark: up and down in its column, left and right along its wires, to the next mark beside it
 * where no wire leads. Stays where it is at an edge.
 */
export function nextMark(scene: Scene, wires: WireIndex, from: Mark, key: MoveKey): Mark {
  const marks = marksBelow(scene, from);
  const at = marks.indexOf(from);
  const clamped = (index: number) => marks[Math.max(0, Math.min(marks.length - 1, index))] ?? from;
  switch (key) {
    case 'ArrowUp':
      return clamped(at - 1);
    case 'ArrowDown':
      return clamped(at + 1);
    case 'PageUp':
      return clamped(at - PAGE);
    case 'PageDown':
      return clamped(at + PAGE);
    case 'Home':
      return clamped(0);
    case 'End':
      return clamped(marks.length - 1);
    case 'ArrowLeft':
      return alongWire(scene, wires, from, 'from') ?? beside(scene, from, -1) ?? from;
    case 'ArrowRight':
      return alongWire(scene, wires, from, 'to') ?? beside(scene, from, 1) ?? from;
  }
}

/** The mark that takes the focus first: the upper left one. */
export function firstMark(scene: Scene): Mark | undefined {
  const firsts = scene.columns.flatMap((column) => column.marks[0] ?? []);
  return firsts.reduce<Mark | undefined>((best, mark) => (best && best.y <= mark.y ? best : mark), undefined);
}

/** A column from top to bottom. Launch sources stand among the instances. */
function marksBelow(scene: Scene, from: Mark): readonly Mark[] {
  const kinds: readonly ColumnKind[] = isLeft(from.column) ? LEFT : [from.column];
  const columns = scene.columns.filter((column) => kinds.includes(column.kind));
  const marks = columns.flatMap((column) => column.marks);
  return columns.length < 2 ? marks : marks.sort((a, b) => a.y - b.y);
}

const LEFT: readonly ColumnKind[] = ['source', 'instance'];
const isLeft = (kind: ColumnKind): boolean => LEFT.includes(kind);

function alongWire(scene: Scene, wires: WireIndex, from: Mark, end: 'from' | 'to'): Mark | undefined {
  const ends = wires
    .of(from.id)
    .filter((wire) => wire[end] !== from.id)
    .map((wire): MarkId => wire[end]);
  const marks = ends.flatMap((id) => scene.marks.get(id) ?? []).filter((mark) => mark.column !== from.column);
  return marks.sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y) || a.y - b.y)[0];
}

function beside(scene: Scene, from: Mark, step: number): Mark | undefined {
  let at = scene.columns.findIndex((column) => column.kind === from.column) + step;
  for (let column = scene.columns[at]; column; at += step, column = scene.columns[at]) {
    if (isLeft(column.kind) && isLeft(from.column)) continue;
    const mark = markNear(column, from.y + from.height / 2);
    if (mark) return mark;
  }
  return undefined;
}
