import { useSyncExternalStore } from 'react';
import type { compareGraphs } from '../compare/compare-graphs.ts';
import type { FileReport } from '../files/file-report.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { LoadProgress } from './load-all.ts';

/** What the picture on screen is compared with: a file, or a picture that was kept. Never written anywhere. */
export interface Baseline {
  /** As it was read; the workspace puts pseudonyms in it where it must. */
  readonly inventory: Inventory;
  /** File names, or nothing for a picture that was kept. */
  readonly files: readonly string[];
  /** Whether the baseline is the later of the two. */
  readonly isLater: boolean;
  /** Comes with the baseline, so that nobody else has to load it. */
  readonly compare: typeof compareGraphs;
}

export interface CompareState {
  readonly baseline?: Baseline | undefined;
  readonly isReading: boolean;
  /** How far reading files is; absent until the first is open. */
  readonly progress?: LoadProgress | undefined;
  /** What each of the files that were read last for a baseline gave, until the dialog is opened again. */
  readonly reports: readonly FileReport[];
  readonly problem?: { readonly message: string; readonly remedy?: string | undefined } | undefined;
  /** Whether the dialog that asks for a baseline is open. */
  readonly isAsking: boolean;
}

const START: CompareState = { isReading: false, isAsking: false, reports: [] };

let current = START;
/** Grows with every start, so that a slow read does not overwrite a later one. */
let latest = 0;
let running = new AbortController();
const listeners = new Set<() => void>();

export function useCompareState(): CompareState {
  return useSyncExternalStore(subscribe, readCompareState);
}

export function readCompareState(): CompareState {
  return current;
}

/** Opens the dialog that asks what to compare with. */
export function askForBaseline(): void {
  set({ ...current, isAsking: true, problem: undefined, reports: [] });
}

/** Closes the dialog; files that are still being read go on. */
export function closeBaselineDialog(): void {
  set({ ...current, isAsking: false });
}

/** Stops reading files for a baseline; what was compared before stays. */
export function cancelBaseline(): void {
  supersede();
  set({ ...current, isReading: false, progress: undefined });
}

/** Keeps what is on screen now, to compare later reads with. */
export async function keepBaseline(inventory: Inventory): Promise<void> {
  const mine = supersede();
  const { compareGraphs: compare } = await import('../compare/compare-graphs.ts');
  if (mine === latest) set({ ...START, baseline: { inventory, files: [], isLater: false, compare } });
}

/**
 * Reads files as the baseline. They are the earlier read unless they were read after what is on screen, as `readAt` tells. A
 * failure leaves the comparison as it was; where only some of the files could not be used, the dialog stays open and says which.
 */
export async function openBaseline(files: readonly File[], onScreen: Inventory): Promise<void> {
  const mine = supersede();
  set({ ...current, isReading: true, progress: undefined, problem: undefined, reports: [] });
  const outcome = await read(files, running.signal, (progress) => {
    if (mine === latest) set({ ...current, progress });
  });
  if (mine !== latest) return;
  const { reports } = outcome;
  if (!outcome.ok) {
    const { message, remedy } = outcome;
    set({ ...current, isReading: false, progress: undefined, problem: { message, remedy }, reports });
    return;
  }
  const { inventory, compare } = outcome;
  const bad = new Set(reports.filter(({ error }) => error !== undefined).map(({ name }) => name));
  const names = files.map(({ name }) => name).filter((name) => !bad.has(name));
  const baseline = { inventory, files: names, isLater: isAfter(inventory, onScreen), compare };
  set({ ...START, baseline, isAsking: current.isAsking && bad.size > 0, reports });
}

/** Takes the later side for the earlier one. */
export function swapSides(): void {
  const { baseline } = current;
  if (baseline) set({ ...current, baseline: { ...baseline, isLater: !baseline.isLater } });
}

/** Forgets the baseline. */
export function stopComparing(): void {
  supersede();
  set(START);
}

/** Ends what is being read, so that it changes nothing any more; gives the number of what comes instead. */
function supersede(): number {
  running.abort();
  running = new AbortController();
  latest += 1;
  return latest;
}

async function read(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (progress: LoadProgress) => void,
) {
  try {
    const [{ readFiles }, { compareGraphs: compare }] = await Promise.all([
      import('./read-files.ts'),
      import('../compare/compare-graphs.ts'),
    ]);
    const outcome = await readFiles(files, { signal, onProgress });
    return outcome.ok ? { ...outcome, compare } : outcome;
  } catch {
    return {
      ok: false as const,
      message: 'A part of Rolewire that reads files could not be loaded.',
      remedy: 'Check the connection to the server that this page came from, then load the page again.',
      reports: [],
    };
  }
}

function isAfter(a: Inventory, b: Inventory): boolean {
  return a.readAt !== undefined && b.readAt !== undefined && a.readAt > b.readAt;
}

function set(next: CompareState): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
