import type { ColumnKind } from './scene.ts';

/** How wide the columns are: `regular` fits beside an open panel at 1440 px, `wide` shortens fewer names. */
export type SceneRoom = 'regular' | 'wide';

/** All lengths are CSS pixels at zoom 1. */
export const CARD_HEIGHT = 44;
export const FOLD_LINE_HEIGHT = 32;
/** Between marks of one column. */
export const ROW_GAP = 12;
/** Between trees, so that each reads as one thing. */
export const TREE_GAP = 28;
export const PADDING = 24;
export const PADDING_TOP = 12;

export interface ColumnGeometry {
  readonly kind: ColumnKind;
  readonly x: number;
  readonly width: number;
}

interface Measures {
  readonly widths: Readonly<Record<ColumnKind, number>>;
  /** The free space right of a column, where its wires run. Profiles need room for "names differ". */
  readonly gaps: Readonly<Record<ColumnKind, number>>;
}

const MEASURES: Readonly<Record<SceneRoom, Measures>> = {
  regular: {
    widths: { source: 200, instance: 232, profile: 208, role: 216 },
    gaps: { source: 40, instance: 56, profile: 108, role: 0 },
  },
  wide: {
    widths: { source: 240, instance: 304, profile: 272, role: 288 },
    gaps: { source: 56, instance: 80, profile: 136, role: 0 },
  },
};

/** The columns from left to right. */
export function columnGeometry(room: SceneRoom, withSources: boolean): readonly ColumnGeometry[] {
  const { widths, gaps } = MEASURES[room];
  const kinds: readonly ColumnKind[] = withSources
    ? ['source', 'instance', 'profile', 'role']
    : ['instance', 'profile', 'role'];
  let x = PADDING;
  return kinds.map((kind) => {
    const column = { kind, x, width: widths[kind] };
    x += widths[kind] + gaps[kind];
    return column;
  });
}

/** The room in which the picture fits a view of that many CSS pixels; it is as wide as its widest column set. */
export function roomFor(width: number): SceneRoom {
  const last = columnGeometry('wide', false).at(-1);
  return last && width >= last.x + last.width + PADDING ? 'wide' : 'regular';
}
