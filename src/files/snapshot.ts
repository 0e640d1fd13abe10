import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileError } from './file-error.ts';
import { type JsonObject, ownField } from './json-object.ts';
import { DISMISSALS_SCHEMA, type SnapshotDismissal } from './snapshot-dismissals.ts';
import { INVENTORY_SCHEMA } from './snapshot-schema.ts';
import { type SnapshotView, VIEW_SCHEMA } from './snapshot-view.ts';

const SNAPSHOT_FORMAT = 'rolewire-inventory';
/** Goes up when an older Rolewire would misread or refuse what is written; {@link MIGRATIONS} then learns the step. */
export const SNAPSHOT_VERSION = 2;

/** A snapshot of the newest version, as it is written. */
export const SNAPSHOT_SCHEMA = v.object({
  format: v.literal(SNAPSHOT_FORMAT),
  version: v.literal(SNAPSHOT_VERSION),
  view: v.optional(VIEW_SCHEMA),
  dismissals: v.optional(DISMISSALS_SCHEMA, []),
  inventory: INVENTORY_SCHEMA,
});

/** What a snapshot holds. */
export interface Snapshot {
  readonly inventory: Inventory;
  /** Findings of it that were put aside. */
  readonly dismissals: readonly SnapshotDismissal[];
  /** What was on screen. */
  readonly view?: SnapshotView | undefined;
}

/** The text of a snapshot: {@link readSnapshot} gives the same back. Absent and `undefined` are one. */
export function writeSnapshot(
  inventory: Inventory,
  dismissals: readonly SnapshotDismissal[] = [],
  view?: SnapshotView,
): string {
  const aside = dismissals.length === 0 ? {} : { dismissals };
  return `${JSON.stringify({ format: SNAPSHOT_FORMAT, version: SNAPSHOT_VERSION, view, ...aside, inventory })}\n`;
}

/** Whether a document calls itself a snapshot, of whatever version. */
export function isSnapshot(document: JsonObject): boolean {
  return ownField(document, 'format') === SNAPSHOT_FORMAT;
}

/** What is in a snapshot of this version or an older one. One damaged field refuses the whole: what can't be trusted proves nothing. */
export function readSnapshot(document: JsonObject): Result<Snapshot, FileError> {
  const current = migrate(document);
  if (!current.ok) return current;
  const parsed = v.safeParse(SNAPSHOT_SCHEMA, current.value, { abortEarly: true });
  if (parsed.success) {
    const { inventory, dismissals, view } = parsed.output;
    return ok({ inventory, dismissals, ...(view && { view }) });
  }
  const [issue] = parsed.issues;
  return fail({
    kind: 'damaged-snapshot',
    message: `The snapshot is damaged at "${v.getDotPath(issue) ?? 'inventory'}": ${issue.message}.`,
    remedy: 'Ask for the snapshot again, as Rolewire wrote it.',
  });
}

/** From the version of the key to the next one. */
const MIGRATIONS: Readonly<Record<number, (document: JsonObject) => JsonObject>> = {
  // Version 1 kept no view, so whatever stands there is none.
  1: ({ view: _view, ...document }) => ({ ...document, version: 2 }),
};

function migrate(document: JsonObject): Result<JsonObject, FileError> {
  const version = ownField(document, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail({
      kind: 'damaged-snapshot',
      message: 'The snapshot is damaged at "version": not a whole number from 1 on.',
      remedy: 'Ask for the snapshot again, as Rolewire wrote it.',
    });
  }
  if (version > SNAPSHOT_VERSION) {
    return fail({
      kind: 'wrong-version',
      message: `A newer Rolewire wrote the snapshot: it has version ${version}, and this Rolewire reads up to ${SNAPSHOT_VERSION}.`,
      remedy: 'Open it with the newer Rolewire, or read the account again.',
    });
  }
  let migrated = document;
  for (let from = version; from < SNAPSHOT_VERSION; from += 1)
    migrated = MIGRATIONS[from]?.(migrated) ?? migrated;
  return ok(migrated);
}
