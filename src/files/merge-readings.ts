import type { Inventory } from '../inventory/inventory.ts';
import { mergeParts } from '../inventory/merge-parts.ts';
import { combineCoverage, combineRolePolicies } from './combine.ts';
import type { FileReading } from './read-cli-document.ts';

/** Several files as one: where one read a list to its end, another's failure to read it doesn't count. */
export function mergeReadings(readings: readonly FileReading[]): FileReading {
  const [first] = readings;
  if (first !== undefined && readings.length === 1) return first;
  const inventories = readings.map((reading) => reading.inventory);
  const all = mergeParts(kindOf(inventories), inventories);
  return {
    inventory: {
      ...all,
      rolePolicies: combineRolePolicies(all.rolePolicies),
      coverage: combineCoverage(all.coverage),
    },
    notes: readings.flatMap((reading) => reading.notes),
    notUsed: readings.flatMap((reading) => reading.notUsed),
  };
}

/** Whatever has invented records in it is a sample as a whole. */
function kindOf(inventories: readonly Inventory[]): Inventory['kind'] {
  const kinds = new Set(inventories.map((inventory) => inventory.kind));
  if (kinds.has('sample')) return 'sample';
  return kinds.size === 1 && kinds.has('live') ? 'live' : 'files';
}
