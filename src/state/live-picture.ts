import type { CoverageEntry } from '../inventory/coverage.ts';
import { emptyInventory, type Inventory, type InventoryPart } from '../inventory/inventory.ts';
import { addPart } from '../inventory/merge.ts';
import type { ReadResult } from './live-read.ts';

/** Puts the results of all reads together; give it all of them each time. */
export type Picture = (
  results: ReadonlyMap<string, Pick<ReadResult, 'parts'>>,
  planned: readonly CoverageEntry[],
) => Inventory;

/**
 * An inventory that grows by the pages that are new since the last look. Only when an answer was replaced or fell away is all
 * put together afresh, so that streaming stays cheap at any size.
 */
export function createPicture(): Picture {
  const empty = emptyInventory('live');
  let inventory = empty;
  let used = new Map<string, { readonly first: InventoryPart | undefined; readonly count: number }>();

  return (results, planned) => {
    const grewOnly = [...used].every(([key, { first }]) => results.get(key)?.parts[0] === first);
    if (!grewOnly) {
      inventory = empty;
      used = new Map();
    }
    inventory = addPart(inventory, { coverage: planned });
    for (const [key, { parts }] of results) {
      const count = used.get(key)?.count ?? 0;
      for (const part of parts.slice(count)) inventory = addPart(inventory, part);
      if (parts.length > 0) used.set(key, { first: parts[0], count: parts.length });
    }
    return inventory;
  };
}
