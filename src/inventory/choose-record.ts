import { compareText } from '../base/compare.ts';
import type { RecordOrigin } from './records.ts';

/** Any record: each says where it came from. */
export interface HasOrigin {
  readonly origin: RecordOrigin;
}

/** The newest of several records of one thing: by time of reading, then by origin and content, so order never matters. */
export function newest<Item extends HasOrigin>(items: readonly [Item, ...Item[]]): Item {
  return items.reduce((best, each) => (compareAge(each, best) > 0 ? each : best));
}

/** The newest record of each key. */
export function newestOfEach<Item extends HasOrigin, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item> {
  const chosen = new Map<Key, Item>();
  for (const item of items) {
    const key = keyOf(item);
    const other = chosen.get(key);
    chosen.set(key, other === undefined ? item : newest([other, item]));
  }
  return chosen;
}

/** Orders records of one thing from old to new. */
export function compareAge(a: HasOrigin, b: HasOrigin): number {
  if (a === b) return 0;
  return (
    compareText(a.origin.readAt ?? '', b.origin.readAt ?? '') ||
    compareText(a.origin.call, b.origin.call) ||
    compareText(a.origin.label, b.origin.label) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Whether a record tells something that another of the same thing leaves out. */
export function tellsMore<Item extends object>(record: Item, other: Item): boolean {
  return (Object.keys(record) as (keyof Item)[]).some(
    (key) => other[key] === undefined && record[key] !== undefined,
  );
}

/** The first record with what it leaves out filled in from the others, in order. */
export function filledFrom<Item extends object>(first: Item, others: readonly Item[]): Item {
  if (others.length === 0) return first;
  const filled: Item = { ...first };
  for (const other of others) {
    for (const key of Object.keys(other) as (keyof Item)[]) {
      if (filled[key] === undefined && other[key] !== undefined) filled[key] = other[key];
    }
  }
  return filled;
}
