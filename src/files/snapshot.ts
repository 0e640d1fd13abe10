import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileError } from './file-error.ts';
import { type JsonObject, ownField } from './json-object.ts';
import { DISMISSALS_SCHEMA, type SnapshotDismissal } from './snapshot-dismissals.ts';
import { INVENTORY_SCHEMA } from './snapshot-schema.ts';

const SNAPSHOT_FORMAT = 'rolewire-inventory';
const VERSION = 1;

const SNAPSHOT_SCHEMA = v.object({
  inventory: INVENTORY_SCHEMA,
  dismissals: v.optional(DISMISSALS_SCHEMA, []),
});

/** What a snapshot holds. */
export interface Snapshot {
  readonly inventory: Inventory;
  /** Findings of it that were put aside. */
  readonly dismissals: readonly SnapshotDismissal[];
}

/** The text of a snapshot: {@link readSnapshot} gives the same back. Absent and `undefined` are one. */
export function writeSnapshot(inventory: Inventory, dismissals: readonly SnapshotDismissal[] = []): string {
  const aside = dismissals.length === 0 ? {} : { dismissals };
  return `${JSON.stringify({ format: SNAPSHOT_FORMAT, version: VERSION, ...aside, inventory })}\n`;
}

/** Whether a document calls itself a snapshot, of whatever version. */
export function isSnapshot(document: JsonObject): boolean {
  return ownField(document, 'format') === SNAPSHOT_FORMAT;
}

/** The inventory and the dismissals in a snapshot. One damaged field refuses the whole: what can't be trusted proves nothing. */
export function readSnapshot(document: JsonObject): Result<Snapshot, FileError> {
  const version = ownField(document, 'version');
  if (version !== VERSION) {
    return fail({
      kind: 'wrong-version',
      message: `The snapshot has version ${JSON.stringify(version)}; this Rolewire reads version ${VERSION}.`,
      remedy: 'Open it with the Rolewire that wrote it, or read the account again.',
    });
  }
  const parsed = v.safeParse(SNAPSHOT_SCHEMA, document, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return fail({
    kind: 'damaged-snapshot',
    message: `The snapshot is damaged at "${v.getDotPath(issue) ?? 'inventory'}": ${issue.message}.`,
    remedy: 'Ask for the snapshot again, as Rolewire wrote it.',
  });
}
