import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { CACHE } from '../servers/folders.ts';

/**
 * Seeded credentials, handed from whoever filled a server to the tests of the same run. They open nothing but the local
 * servers.
 */
const FOLDER = `${CACHE}/e2e/seeds`;

const CREDENTIALS = v.object({
  accessKeyId: v.string(),
  secretAccessKey: v.string(),
  sessionToken: v.optional(v.string()),
});

export const SHOP_SEED = v.object({
  reader: CREDENTIALS,
  longLived: CREDENTIALS,
  withoutProfiles: CREDENTIALS,
  withoutRegion: CREDENTIALS,
  otherReader: CREDENTIALS,
});

export const POOL_SEED = v.object({
  userPoolId: v.string(),
  clientId: v.string(),
  identityPoolId: v.string(),
  strangePoolId: v.string(),
  elsewhereClientId: v.string(),
});

export const CROWD_SEED = v.object({ reader: CREDENTIALS, withoutIam: CREDENTIALS });

/** At the start of a run: what an earlier one left is of servers that are gone. */
export function forgetSeeds(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

export function storeSeed(name: string, seed: object): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.json`, JSON.stringify(seed, undefined, 2));
}

/** The stored seed; undefined when that server has not been filled in this run. */
export function readSeed<TSchema extends v.GenericSchema>(
  name: string,
  schema: TSchema,
): v.InferOutput<TSchema> | undefined {
  const file = `${FOLDER}/${name}.json`;
  return existsSync(file) ? v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
