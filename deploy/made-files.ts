import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { templateWith } from './cloudformation/make-template.ts';
import { allowedModule } from './relay/make-allowed.ts';
import { snapshotJsonSchema } from './snapshot-schema/make-schema.ts';

export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

const DEPLOY = fileURLToPath(new URL('.', import.meta.url));
export const TEMPLATE = `${DEPLOY}cloudformation/rolewire.yaml`;
/** Published beside the app. */
export const SNAPSHOT_SCHEMA_FILE = fileURLToPath(new URL('../public/snapshot.schema.json', import.meta.url));

/** Every deployment file that is made, or made in parts, from the app's own tables, as it should be now. */
export function madeFiles(): readonly MadeFile[] {
  return [
    { path: `${DEPLOY}relay/allowed.js`, text: allowedModule() },
    { path: SNAPSHOT_SCHEMA_FILE, text: snapshotJsonSchema() },
    { path: TEMPLATE, text: templateWith(readFileSync(TEMPLATE, 'utf8')) },
  ];
}
