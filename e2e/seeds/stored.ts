import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { CACHE } from '../servers/folders.ts';
import type { CrowdSeed } from './crowd.ts';
import type { ShopSeed } from './shop.ts';

/** The seeded credentials, handed from the setup of a run to its tests. They open nothing but the local servers. */
export interface Seeds {
  readonly shop: ShopSeed;
  readonly crowd: CrowdSeed;
}

const FOLDER = `${CACHE}/e2e`;
const FILE = `${FOLDER}/seeds.json`;

const CREDENTIALS = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.optional(v.string()),
});

const SEEDS = v.object({
  shop: v.object({
    reader: CREDENTIALS,
    longLived: CREDENTIALS,
    withoutProfiles: CREDENTIALS,
    withoutRegion: CREDENTIALS,
    otherReader: CREDENTIALS,
  }),
  crowd: v.object({ reader: CREDENTIALS, withoutIam: CREDENTIALS }),
});

export function writeSeeds(seeds: Seeds): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify(seeds, undefined, 2));
}

export function readSeeds(): Seeds {
  return v.parse(SEEDS, JSON.parse(readFileSync(FILE, 'utf8')));
}
