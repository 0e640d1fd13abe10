import { ROW_GAP } from '../../scene/geometry.ts';
import type { Mark, Scene } from '../../scene/scene.ts';
import type { SceneBox } from './compose-picture.ts';

/** Height to width of a sheet of A4 or Letter, less the room for headings and caption. */
const TALL = 1.2;
/** A picture that is somewhat higher than a page is shrunk to fit it. */
const STILL_READABLE = 1.35;

/** A drawing in pieces that each fill a page of paper as wide as the drawing, cut between rows. One piece where it fits. */
export function cutIntoPages(scene: Scene, box?: SceneBox): readonly SceneBox[] {
  const whole = box ?? { left: 0, top: 0, right: scene.width, bottom: scene.height };
  const left = Math.max(0, whole.left);
  const right = Math.min(scene.width, whole.right);
  const end = Math.min(scene.height, whole.bottom);
  const page = (right - left) * TALL;
  const pages: SceneBox[] = [];
  let top = Math.max(0, whole.top);
  while (end - top > page * STILL_READABLE) {
    const cut = cutBetweenRows(scene, top, top + page);
    pages.push({ left, top, right, bottom: cut });
    top = cut;
  }
  return [...pages, { left, top, right, bottom: end }];
}

/** The lowest line at or above `at` that crosses no mark. */
function cutBetweenRows(scene: Scene, top: number, at: number): number {
  const marks = scene.columns.flatMap((column) => column.marks);
  let cut = at;
  for (;;) {
    const crossed = marks.filter((mark) => crosses(mark, cut));
    if (crossed.length === 0) return cut;
    const above = Math.min(...crossed.map((mark) => mark.y)) - ROW_GAP / 2;
    // Marks that stand in each other's way down to the page's top cannot be parted.
    if (above <= top) return at;
    cut = above;
  }
}

function crosses(mark: Mark, y: number): boolean {
  return mark.y < y && mark.y + mark.height > y;
}
