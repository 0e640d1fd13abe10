import type { ChainFilter } from '../../scene/chain-filter.ts';

/** How many filters are in force, the search aside. */
export function activeFilters(filter: ChainFilter): number {
  const switches = [
    filter.onlyBroken,
    filter.onlyNamesDiffer,
    filter.onlyUnused,
    filter.onlyChanges,
    filter.withTerminated,
  ];
  const lists = [filter.accounts, filter.regions, filter.states];
  return switches.filter(Boolean).length + lists.filter((list) => list.length > 0).length;
}
