import type { CoverageEntry } from '../inventory/coverage.ts';
import type { InstanceId, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileReading } from './read-cli-document.ts';
import { type Place, placeOfPlainCommands, regionsOfInstances, settle } from './settle.ts';

/**
 * Files that are opened together tell each other what each leaves out: associations lie in the region of their instance, and
 * output that names no account belongs to the one that all others name.
 */
export function settleTogether(readings: readonly FileReading[]): readonly FileReading[] {
  const inventories = readings.map((reading) => reading.inventory);
  const { accountId } = placeOfPlainCommands(inventories);
  const regionOf = regionsOfInstances(inventories);
  return readings.map((reading) => ({
    ...reading,
    inventory: settled(reading.inventory, { accountId }, regionOf),
  }));
}

function settled(inventory: Inventory, place: Place, regionOf: ReadonlyMap<InstanceId, Region>): Inventory {
  const all = { ...inventory, ...settle(inventory, place, regionOf) };
  const regions = new Set(all.associations.map(({ region }) => region));
  return {
    ...all,
    statements: all.statements.map((said) => ({ ...said, accountId: said.accountId ?? place.accountId })),
    coverage: all.coverage.flatMap((entry) => {
      const placed = { ...entry, accountId: entry.accountId ?? place.accountId };
      return isAssociationsOfNowhere(placed) && !regions.has(undefined) && regions.size > 0
        ? [...regions].map((region) => ({ ...placed, region }))
        : [placed];
    }),
  };
}

function isAssociationsOfNowhere(entry: CoverageEntry): boolean {
  return entry.call === 'ec2:DescribeIamInstanceProfileAssociations' && entry.region === undefined;
}
