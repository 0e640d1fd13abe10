import type { ColumnKind } from './scene.ts';

/**
 * How wide the columns are: `tightest` fits four columns where `regular` fits three, `tight` fits beside an open panel at 1280 px and on a tablet, `regular` beside one at 1440 px; the
 * others shorten fewer names.
 */
export type SceneRoom = 'tightest' | 'tight' | 'regular' | 'wide' | 'widest';

/** All lengths are CSS pixels at zoom 1. */
export const CARD_HEIGHT = 44;
export const FOLD_LINE_HEIGHT = 32;
/** Between marks of one column. */
export const ROW_GAP = 10;
/** Between trees, so that each reads as one thing. */
export const TREE_GAP = 22;
/** The line that says whose chains come next. */
export const LANE_HEIGHT = 28;
/** Between the chains of two accounts. */
export const LANE_GAP = 16;
export const PADDING = 24;
export const PADDING_TOP = 12;

export interface ColumnGeometry {
  readonly kind: ColumnKind;
  readonly x: number;
  readonly width: number;
}

type ChainColumn = Exclude<ColumnKind, 'source'>;

/** What a picture holds besides instances, profiles and roles. */
export interface MoreColumns {
  readonly sources: boolean;
  readonly policies: boolean;
}

interface Measures {
  readonly widths: Readonly<Record<ChainColumn, number>>;
  /** The free space right of a column, where its wires run. Profiles need room for "names differ". */
  readonly gaps: Readonly<Record<ChainColumn, number>>;
}

const MEASURES: Readonly<Record<SceneRoom, Measures>> = {
  tightest: {
    widths: { instance: 176, profile: 150, role: 158, policy: 148 },
    gaps: { instance: 32, profile: 102, role: 56, policy: 0 },
  },
  tight: {
    widths: { instance: 186, profile: 164, role: 172, policy: 168 },
    gaps: { instance: 36, profile: 106, role: 72, policy: 0 },
  },
  regular: {
    widths: { instance: 232, profile: 208, role: 216, policy: 208 },
    gaps: { instance: 56, profile: 108, role: 92, policy: 0 },
  },
  wide: {
    widths: { instance: 304, profile: 272, role: 288, policy: 264 },
    gaps: { instance: 80, profile: 136, role: 112, policy: 0 },
  },
  widest: {
    widths: { instance: 368, profile: 336, role: 352, policy: 328 },
    gaps: { instance: 112, profile: 176, role: 128, policy: 0 },
  },
};

/** How far launch templates and the like are set in, so that they read as something beside the instances. */
const SOURCE_INSET = 36;
const CHAIN_COLUMNS: readonly ChainColumn[] = ['instance', 'profile', 'role'];

const ROLES_AND_POLICIES: readonly ChainColumn[] = [...CHAIN_COLUMNS, 'policy'];

/**
 * The columns from left to right. Sources share the instances' place, on rows of their own: a column for a few of them
 * would push the roles out of sight.
 */
export function columnGeometry(room: SceneRoom, more: MoreColumns): readonly ColumnGeometry[] {
  const { widths, gaps } = MEASURES[room];
  let x = PADDING;
  const columns: ColumnGeometry[] = (more.policies ? ROLES_AND_POLICIES : CHAIN_COLUMNS).map((kind) => {
    const column = { kind, x, width: widths[kind] };
    x += widths[kind] + gaps[kind];
    return column;
  });
  if (!more.sources) return columns;
  return [{ kind: 'source', x: PADDING + SOURCE_INSET, width: widths.instance - SOURCE_INSET }, ...columns];
}

/** The widest room in which the picture fits a view of that many CSS pixels; the tightest when none does. */
export function roomFor(viewWidth: number, policies = false): SceneRoom {
  const fits = (room: SceneRoom) =>
    pictureWidth(columnGeometry(room, { sources: false, policies })) <= viewWidth;
  return WIDEST_FIRST.find(fits) ?? (policies ? 'tightest' : 'tight');
}

/** How many uprights of wires fit between roles and policies. */
export function trunkCount(room: SceneRoom): number {
  return Math.floor((MEASURES[room].gaps.role - 2 * TRUNK_MARGIN) / TRUNK_STEP);
}

/** Left of the policies, how far the first upright of their wires runs, and how far apart two of them. */
export const TRUNK_MARGIN = 14;
export const TRUNK_STEP = 7;

const WIDEST_FIRST: readonly SceneRoom[] = ['widest', 'wide', 'regular', 'tight'];

/** From edge to edge, padding included. */
export function pictureWidth(columns: readonly ColumnGeometry[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width + PADDING : 0;
}
