import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileError } from './file-error.ts';
import { type JsonObject, ownField } from './json-object.ts';
import { INVENTORY_SCHEMA } from './snapshot-schema.ts';

const SNAPSHOT_FORMAT = 'rolewire-inventory';
const VERSION = 1;

/** The text of a snapshot: {@link readSnapshot} gives the same inventory back. Absent and `undefined` are one. */
export function writeSnapshot(inventory: Inventory): string {
  return `${JSON.stringify({ format: SNAPSHOT_FORMAT, version: VERSION, inventory })}\n`;
}

/** Whether a document calls itself a snapshot, of whatever version. */
export function isSnapshot(document: JsonObject): boolean {
  return ownField(document, 'format') === SNAPSHOT_FORMAT;
}

/** The inventory in a snapshot. One damaged field refuses the whole: what can't be trusted proves nothing. */
export function readSnapshot(document: JsonObject): Result<Inventory, FileError> {
  const version = ownField(document, 'version');
  if (version !== VERSION) {
    return fail({
      kind: 'wrong-version',
      message: `The snapshot has version ${JSON.stringify(version)}; this Rolewire reads version ${VERSION}.`,
      remedy: 'Open it with the Rolewire that wrote it, or read the account again.',
    });
  }
  const parsed = v.safeParse(INVENTORY_SCHEMA, ownField(document, 'inventory'), { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return fail({
    kind: 'damaged-snapshot',
    message: `The snapshot is damaged at "${v.getDotPath(issue) ?? 'inventory'}": ${issue.message}.`,
    remedy: 'Ask for the snapshot again, as Rolewire wrote it.',
  });
}
