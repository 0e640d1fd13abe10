import { useSyncExternalStore } from 'react';
import type { SnapshotDismissal } from '../files/snapshot-dismissals.ts';
import type { SnapshotView } from '../files/snapshot-view.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** What came from files or the sample, and what is under way. A failure leaves what was on screen. */
export interface Loaded {
  readonly inventory?: Inventory | undefined;
  /** Names of the files that the inventory came from. */
  readonly names: readonly string[];
  /** What was left out of the files, in sentences. */
  readonly notes: readonly string[];
  readonly loading?: LoadedFrom | undefined;
  readonly problem?: LoadProblem | undefined;
}

type LoadedFrom = 'files' | 'sample';

export interface LoadProblem {
  readonly from: LoadedFrom;
  /** What is wrong with which file. */
  readonly message: string;
  /** What to do next. */
  readonly remedy?: string | undefined;
}

const NOTHING: Loaded = { names: [], notes: [] };
const SAMPLE_URL = 'sample-account.json';

let current: Loaded = NOTHING;
/** Grows with every start, so that a slow load does not overwrite a later one. */
let latest = 0;
const listeners = new Set<() => void>();

/** What files or the sample brought. */
export function useLoaded(): Loaded {
  return useSyncExternalStore(subscribe, () => current);
}

/** Opens files together, as one inventory. One that can't be read refuses the lot and leaves the picture as it was. */
export async function openFiles(files: readonly File[]): Promise<void> {
  await load('files', async () => {
    const { readFiles } = await import('./read-files.ts');
    return readFiles(files);
  });
}

/** Opens the invented account. It goes through the same reader as a person's own files. */
export async function openSample(): Promise<void> {
  await load('sample', async () => {
    const { readSample } = await import('./read-files.ts');
    return readSample(SAMPLE_URL);
  });
}

/** Forgets the inventory. */
export function clearLoaded(): void {
  latest += 1;
  set(NOTHING);
}

/** Takes the last failure off the screen. */
export function clearLoadProblem(): void {
  set({ ...current, problem: undefined });
}

/** What a load gives: an inventory with its remarks, or why there is none. */
export type LoadOutcome =
  | {
      readonly ok: true;
      readonly inventory: Inventory;
      readonly names: readonly string[];
      readonly notes: readonly string[];
      /** Findings that a snapshot says were put aside. */
      readonly dismissals?: readonly SnapshotDismissal[] | undefined;
      /** What a snapshot says was on screen. */
      readonly view?: SnapshotView | undefined;
    }
  | { readonly ok: false; readonly message: string; readonly remedy?: string | undefined };

async function load(from: LoadedFrom, read: () => Promise<LoadOutcome>): Promise<void> {
  latest += 1;
  const mine = latest;
  set({ ...current, loading: from, problem: undefined });
  const outcome = await read().catch(
    (): LoadOutcome => ({
      ok: false,
      message: 'A part of Rolewire that reads files could not be loaded.',
      remedy: 'Check the connection to the server that this page came from, then load the page again.',
    }),
  );
  if (mine !== latest) return;
  if (outcome.ok) {
    if ((outcome.dismissals?.length ?? 0) > 0 || outcome.view !== undefined) {
      // Comes with the workspace, which is on its way: the first screen has no need of it.
      const { adoptSnapshot } = await import('./adopt-snapshot.ts');
      adoptSnapshot(outcome);
    }
    set({ inventory: outcome.inventory, names: outcome.names, notes: outcome.notes });
  } else {
    const { message, remedy } = outcome;
    set({ ...current, loading: undefined, problem: { from, message, remedy } });
  }
}

function set(next: Loaded): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
