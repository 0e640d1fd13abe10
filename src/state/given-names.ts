import type { Inventory } from '../inventory/inventory.ts';

const given = new WeakMap<Inventory, ReadonlyMap<string, string>>();

/** Keeps what whoever saved an inventory called its accounts, by their ids, for as long as it is loaded. */
export function giveAccountNames(inventory: Inventory, names: Readonly<Record<string, string>>): void {
  given.set(inventory, new Map(Object.entries(names)));
}

/** What was given for this very inventory; a copy under pseudonyms has no such names. */
export function givenAccountNames(inventory: Inventory): ReadonlyMap<string, string> | undefined {
  return given.get(inventory);
}
