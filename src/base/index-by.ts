/** Items by key; of two with one key the later wins. */
export function indexBy<Item, Key>(items: Iterable<Item>, key: (item: Item) => Key): Map<Key, Item> {
  const index = new Map<Key, Item>();
  for (const item of items) index.set(key(item), item);
  return index;
}

/** Items grouped by key, in the order they came; an `undefined` key leaves the item out. */
export function groupBy<Item, Key>(
  items: Iterable<Item>,
  key: (item: Item) => Key | undefined,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const at = key(item);
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group) group.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}
