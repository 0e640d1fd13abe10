/** A bar at a height; the higher its level the more it matters. */
export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly level: number;
}

/**
 * Presses bars to whole pixels: of all that fall on one pixel of a column the highest level shows, and pixels of one level
 * that follow each other become one bar. So a picture of any height costs at most a bar for each pixel of the screen.
 */
export function mergeBars(bars: readonly Bar[], zoom: number): readonly Bar[] {
  const columns = new Map<string, { x: number; width: number; levels: Map<number, number> }>();
  for (const bar of bars) {
    const key = `${bar.x} ${bar.width}`;
    let column = columns.get(key);
    if (!column) {
      column = { x: bar.x, width: bar.width, levels: new Map() };
      columns.set(key, column);
    }
    const last = Math.max(Math.floor(bar.top * zoom), Math.ceil(bar.bottom * zoom) - 1);
    for (let pixel = Math.floor(bar.top * zoom); pixel <= last; pixel += 1) {
      column.levels.set(pixel, Math.max(column.levels.get(pixel) ?? 0, bar.level));
    }
  }
  return Array.from(columns.values(), ({ x, width, levels }) =>
    runs(levels).map((run) => ({ x, width, ...run })),
  ).flat();
}

function runs(levels: ReadonlyMap<number, number>): readonly Omit<Bar, 'x' | 'width'>[] {
  const found: { top: number; bottom: number; level: number }[] = [];
  for (const [pixel, level] of [...levels].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && last.bottom === pixel && last.level === level) last.bottom = pixel + 1;
    else found.push({ top: pixel, bottom: pixel + 1, level });
  }
  return found;
}
