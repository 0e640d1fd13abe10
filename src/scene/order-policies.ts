import { compareText } from '../base/compare.ts';

/** Something to stand in the column of policies, and the middles of the marks that it is linked to. */
export interface Linked {
  readonly id: string;
  readonly key: string;
  readonly links: readonly number[];
}

export interface Placed<Item extends Linked> {
  readonly item: Item;
  /** The upper edge. */
  readonly y: number;
}

/**
 * Puts items of one height under each other: each in order of the mean of what it is linked to, which keeps wires from
 * crossing, and as near to that mean as the others leave room. What one mark alone has comes before what many share, and of
 * what shares a place, what is used most. Takes O(n log n).
 */
export function placeNearLinks<Item extends Linked>(
  items: readonly Item[],
  { top, height, gap }: { readonly top: number; readonly height: number; readonly gap: number },
): readonly Placed<Item>[] {
  const step = height + gap;
  const ordered = items
    .map((item) => ({ item, mean: mean(item.links) }))
    .sort((a, b) => a.mean - b.mean || compareLinked(a.item, b.item));
  let before: number | undefined;
  let nth = 0;
  // What belongs to one row begins on that row and goes on below it, so that the first reads as one line with its role.
  const wanted = ordered.map(({ mean: middle }) => {
    nth = middle === before ? nth + 1 : 0;
    before = middle;
    return middle - height / 2 + nth * step;
  });
  const spread = withoutOverlap(wanted, step);
  return ordered.map(({ item }, at) => ({ item, y: Math.max(spread[at] ?? top, top + at * step) }));
}

function compareLinked(a: Linked, b: Linked): number {
  const shared = Number(a.links.length > 1) - Number(b.links.length > 1);
  return shared || b.links.length - a.links.length || compareText(a.key, b.key) || compareText(a.id, b.id);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The places nearest to the wanted ones (least squares) that keep the order and a step between neighbours: isotonic regression
 * by pooling adjacent violators, in O(n).
 */
function withoutOverlap(wanted: readonly number[], step: number): readonly number[] {
  interface Block {
    sum: number;
    count: number;
  }
  const blocks: Block[] = [];
  for (const [at, place] of wanted.entries()) {
    let block: Block = { sum: place - at * step, count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count >= block.sum / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  let at = 0;
  return blocks.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => {
      const place = Math.round(sum / count) + at * step;
      at += 1;
      return place;
    }),
  );
}
