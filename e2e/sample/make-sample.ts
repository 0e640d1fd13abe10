import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SNAPSHOT_VERSION } from '../../src/files/snapshot.ts';
import { emptyInventory, type Inventory } from '../../src/inventory/inventory.ts';
import { addPart } from '../../src/inventory/merge.ts';
import { READ_AT } from './origin.ts';
import { partnerAccount } from './partner-account.ts';
import { shopAccount } from './shop-account.ts';

/** Where the app finds the sample account. */
export const SAMPLE_FILE = fileURLToPath(new URL('../../public/sample-account.json', import.meta.url));

/** The invented accounts, the same in every run. */
export function sampleInventory(): Inventory {
  const start: Inventory = { ...emptyInventory('sample'), readAt: READ_AT };
  return [shopAccount(), partnerAccount()].reduce(addPart, start);
}

/** The sample as a snapshot, one record a line, so that a change shows as the lines that it changes. */
export function sampleText(): string {
  const fields = Object.entries(sampleInventory())
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${JSON.stringify(key)}:${Array.isArray(value) ? lines(value) : JSON.stringify(value)}`,
    );
  return `{"format":"rolewire-inventory","version":${SNAPSHOT_VERSION},"inventory":{\n${fields.join(',\n')}\n}}\n`;
}

function lines(list: readonly unknown[]): string {
  return list.length === 0 ? '[]' : `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(SAMPLE_FILE, sampleText());
