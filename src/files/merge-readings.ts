import { mergeInventories } from '../inventory/merge.ts';
import { combineCoverage } from './combine-coverage.ts';
import type { FileReading } from './read-cli-document.ts';
import { settleTogether } from './settle-together.ts';

/** Several files as one: where one read a list to its end, another's failure to read it doesn't count. */
export function mergeReadings(readings: readonly FileReading[]): FileReading {
  const [first] = readings;
  if (first !== undefined && readings.length === 1) return first;
  const inventories = settleTogether(readings).map((reading) => reading.inventory);
  return {
    inventory: {
      ...mergeInventories(inventories),
      coverage: combineCoverage(inventories.flatMap((inventory) => inventory.coverage)),
    },
    notes: readings.flatMap((reading) => reading.notes),
    notUsed: readings.flatMap((reading) => reading.notUsed),
    // What was put aside goes by the ids of findings; what was on screen was a picture that none of the others showed.
    dismissals: readings.flatMap((reading) => reading.dismissals ?? []),
  };
}
