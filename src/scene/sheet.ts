import {
  CARD_HEIGHT,
  type ColumnGeometry,
  FOLD_LINE_HEIGHT,
  LANE_GAP,
  LANE_HEIGHT,
  PADDING_TOP,
  ROW_GAP,
} from './geometry.ts';
import type { ColumnKind, Mark, MarkId } from './scene.ts';
import { type MarkDraft, SceneMark } from './scene-mark.ts';

/** The columns while marks are put on them, from top to bottom. */
export class Sheet {
  readonly marks: ReadonlyMap<ColumnKind, Mark[]>;
  readonly #geometry: ReadonlyMap<ColumnKind, ColumnGeometry>;
  readonly #ids = new Set<MarkId>();
  readonly #free = new Map<ColumnKind, number>();

  constructor(columns: readonly ColumnGeometry[]) {
    this.#geometry = new Map(columns.map((column) => [column.kind, column]));
    this.marks = new Map(columns.map((column) => [column.kind, []]));
  }

  /** The width of a column; 0 for one that isn't in the picture. */
  width(kind: ColumnKind): number {
    return this.#geometry.get(kind)?.width ?? 0;
  }

  /** Whether a mark stands already: what launches for two profiles is drawn once. */
  has(id: MarkId): boolean {
    return this.#ids.has(id);
  }

  /** The first row that is free in all of the given columns. */
  free(kinds: readonly ColumnKind[]): number {
    return Math.max(PADDING_TOP, ...kinds.map((kind) => this.#free.get(kind) ?? 0));
  }

  /** Puts a mark on a column, and gives the first row below it. */
  put(kind: ColumnKind, y: number, draft: MarkDraft): number {
    const geometry = this.#geometry.get(kind);
    if (!geometry) return y;
    const height = draft.shape === 'fold-line' ? FOLD_LINE_HEIGHT : CARD_HEIGHT;
    const { x, width } = geometry;
    this.marks.get(kind)?.push(new SceneMark(draft, { column: kind, x, y, width, height }));
    this.#ids.add(draft.id);
    const below = y + height + ROW_GAP;
    this.#free.set(kind, below);
    return below;
  }

  /** Begins a lane below all that is there, and gives the upper edge of its heading. */
  beginLane(): number {
    const kinds = [...this.#geometry.keys()];
    if (this.bottom() > 0) for (const kind of kinds) this.#free.set(kind, this.bottom() + LANE_GAP);
    const y = this.free(kinds);
    this.skip(kinds, LANE_HEIGHT);
    return y;
  }

  /** Leaves room below what is there, in all of the given columns. */
  skip(kinds: readonly ColumnKind[], room: number): void {
    const below = this.free(kinds) + room;
    for (const kind of kinds) this.#free.set(kind, below);
  }

  /** The lower edge of the lowest mark. */
  bottom(): number {
    const lows = Array.from(this.marks.values(), (marks) => {
      const last = marks.at(-1);
      return last ? last.y + last.height : 0;
    });
    return Math.max(0, ...lows);
  }
}
