import type { ChainFilter } from '../../scene/chain-filter.ts';

/** Whether anything of the filter is set, the search included. */
export function isFiltered(filter: ChainFilter): boolean {
  return (
    filter.search.trim() !== '' ||
    filter.accounts.length > 0 ||
    filter.regions.length > 0 ||
    filter.states.length > 0 ||
    filter.onlyBroken ||
    filter.onlyNamesDiffer ||
    filter.onlyUnused ||
    filter.onlyChanges === true ||
    filter.withTerminated
  );
}
