import type { ColumnKind } from './scene.ts';

/** How wide the columns are: `regular` fits beside an open panel at 1440 px, the others shorten fewer names. */
export type SceneRoom = 'regular' | 'wide' | 'widest';

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
  widest: {
    widths: { source: 280, instance: 368, profile: 336, role: 352 },
    gaps: { source: 72, instance: 112, profile: 176, role: 0 },
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

/** The widest room in which the picture fits a view of that many CSS pixels. */
export function roomFor(viewWidth: number): SceneRoom {
  const fits = (room: SceneRoom) => pictureWidth(columnGeometry(room, false)) <= viewWidth;
  if (fits('widest')) return 'widest';
  return fits('wide') ? 'wide' : 'regular';
}

/** From edge to edge, padding included. */
export function pictureWidth(columns: readonly ColumnGeometry[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width + PADDING : 0;
}
