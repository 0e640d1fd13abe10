import { useSyncExternalStore } from 'react';
import type { FileReport } from '../files/file-report.ts';
import type { FileReading } from '../files/read-cli-document.ts';
import type { SnapshotDismissal } from '../files/snapshot-dismissals.ts';
import type { SnapshotView } from '../files/snapshot-view.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { LoadProgress } from './load-all.ts';

/** What came from files or the sample, and what is under way. A failure leaves what was on screen. */
export interface Loaded {
  readonly inventory?: Inventory | undefined;
  /** Names of the files that the inventory came from. */
  readonly names: readonly string[];
  /** What each file behind the picture gave. */
  readonly reports: readonly FileReport[];
  readonly loading?: LoadedFrom | undefined;
  /** How far reading files is; absent until the first is open. */
  readonly progress?: LoadProgress | undefined;
  readonly problem?: LoadProblem | undefined;
  /** The last load of files, whether it brought something or not. */
  readonly last?: LastLoad | undefined;
  /** Whether the panel about the files is open. */
  readonly panel: 'closed' | 'reports' | 'paste';
}

type LoadedFrom = 'files' | 'sample';

export interface LoadProblem {
  readonly from: LoadedFrom;
  /** What is wrong with which file. */
  readonly message: string;
  /** What to do next. */
  readonly remedy?: string | undefined;
}

export interface LastLoad {
  readonly reports: readonly FileReport[];
  /** How many files the picture came from before these were added to it; 0 when they made it. */
  readonly addedTo: number;
}

const NOTHING: Loaded = { names: [], reports: [], panel: 'closed' };
const SAMPLE_URL = 'sample-account.json';

let current: Loaded = NOTHING;
/** What the picture was made of, to add to, and the files of the last load, to show by themselves. */
let behind: { readonly reading: FileReading; readonly files: readonly File[] } | undefined;
/** Grows with every start, so that a slow load does not overwrite a later one. */
let latest = 0;
let running = new AbortController();
const listeners = new Set<() => void>();

/** What files or the sample brought. */
export function useLoaded(): Loaded {
  return useSyncExternalStore(subscribe, () => current);
}

/** Whether more files would be added to what is on screen: only files of the same kind, never an invented account. */
export function canAdd(loaded: Loaded): boolean {
  return loaded.inventory !== undefined && loaded.inventory.kind !== 'sample';
}

/**
 * Opens files together, as one inventory, and adds them to a picture that came from files, unless it is to be replaced. What
 * can't be read is reported and costs nothing else.
 */
export async function openFiles(files: readonly File[], how: 'add' | 'replace' = 'add'): Promise<void> {
  const before = current;
  const base = how === 'add' && canAdd(before) ? behind?.reading : undefined;
  const outcome = await load('files', async (mine, signal) => {
    const { readFiles } = await import('./read-files.ts');
    const onProgress = (progress: LoadProgress): void => {
      if (mine === latest) set({ ...current, progress });
    };
    return readFiles(files, { base, signal, onProgress });
  });
  if (outcome === undefined) return;
  const last = { reports: outcome.reports, addedTo: base === undefined ? 0 : before.names.length };
  const panel = outcome.reports.some(saysSomething) ? 'reports' : 'closed';
  if (!outcome.ok) {
    const [first] = outcome.reports;
    const isMore = outcome.reports.length > 1 || first?.error?.command !== undefined;
    set({ ...current, last, panel: isMore ? 'reports' : 'closed' });
    return;
  }
  behind = { reading: outcome.reading, files };
  const earlier = base === undefined ? { names: [], reports: [] } : before;
  set({
    inventory: outcome.inventory,
    names: [...earlier.names, ...outcome.names],
    reports: [...earlier.reports, ...outcome.reports],
    last,
    panel,
  });
}

/** Opens text as if it were a file: output of the AWS CLI from a terminal. */
export async function openPasted(text: string): Promise<void> {
  const pasted = current.reports.filter(({ name }) => name.startsWith(PASTED)).length;
  // Who marks a text to copy it may well leave the end of its last line.
  await openFiles([new File([`${text}\n`], pasted === 0 ? PASTED : `${PASTED} ${pasted + 1}`)]);
}

const PASTED = 'pasted text';

/** Takes the files of the last load for the whole picture, without those that they were added to. */
export async function showOnlyLast(): Promise<void> {
  if (behind) await openFiles(behind.files, 'replace');
}

/** Opens the invented account. It goes through the same reader as a person's own files. */
export async function openSample(): Promise<void> {
  const outcome = await load('sample', async () => {
    const { readSample } = await import('./read-files.ts');
    return readSample(SAMPLE_URL);
  });
  if (!outcome?.ok) return;
  behind = undefined;
  set({ ...NOTHING, inventory: outcome.inventory, names: outcome.names });
}

/** Stops reading files; what was on screen stays. */
export function cancelLoad(): void {
  running.abort();
  latest += 1;
  set({ ...current, loading: undefined, progress: undefined });
}

/** Forgets the inventory. */
export function clearLoaded(): void {
  running.abort();
  latest += 1;
  behind = undefined;
  set(NOTHING);
}

/** Takes the last failure off the screen. */
export function clearLoadProblem(): void {
  set({ ...current, problem: undefined });
}

/** Opens or closes the panel about the files. */
export function showFilesPanel(panel: Loaded['panel']): void {
  set({ ...current, panel });
}

/** What a load gives: an inventory, or why there is none; and in either case what each file gave. */
export type LoadOutcome = { readonly reports: readonly FileReport[] } & (
  | {
      readonly ok: true;
      readonly inventory: Inventory;
      readonly names: readonly string[];
      /** Findings that a snapshot says were put aside. */
      readonly dismissals?: readonly SnapshotDismissal[] | undefined;
      /** What a snapshot says was on screen. */
      readonly view?: SnapshotView | undefined;
      /** All of it, for more to be added. */
      readonly reading: FileReading;
    }
  | {
      readonly ok: false;
      readonly message: string;
      readonly remedy?: string | undefined;
      readonly cancelled?: boolean | undefined;
    }
);

/** `undefined` when it was cancelled, or something else was opened meanwhile. */
async function load(
  from: LoadedFrom,
  read: (mine: number, signal: AbortSignal) => Promise<LoadOutcome>,
): Promise<LoadOutcome | undefined> {
  running.abort();
  running = new AbortController();
  latest += 1;
  const mine = latest;
  set({ ...current, loading: from, progress: undefined, problem: undefined });
  const outcome = await read(mine, running.signal).catch(
    (): LoadOutcome => ({
      ok: false,
      message: 'A part of Rolewire that reads files could not be loaded.',
      remedy: 'Check the connection to the server that this page came from, then load the page again.',
      reports: [],
    }),
  );
  if (mine !== latest) return undefined;
  if (outcome.ok && ((outcome.dismissals?.length ?? 0) > 0 || outcome.view !== undefined)) {
    // Comes with the workspace, which is on its way: the first screen has no need of it.
    const { adoptSnapshot } = await import('./adopt-snapshot.ts');
    adoptSnapshot(outcome);
  }
  if (!outcome.ok) {
    const { message, remedy } = outcome;
    set({ ...current, loading: undefined, progress: undefined, problem: { from, message, remedy } });
  }
  return outcome;
}

/** Whether whoever opened a file should hear of it: it is broken, brought nothing, or something of it was left out. */
export function saysSomething({ error, notes, notUsed, gave, none }: FileReport): boolean {
  return error !== undefined || notes.length + notUsed.length > 0 || gave.length + none.length === 0;
}

function set(next: Loaded): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
