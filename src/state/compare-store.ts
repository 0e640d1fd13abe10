import { useSyncExternalStore } from 'react';
import type { compareGraphs } from '../compare/compare-graphs.ts';
import type { Inventory } from '../inventory/inventory.ts';

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
  readonly problem?: { readonly message: string; readonly remedy?: string | undefined } | undefined;
  /** Whether the dialog that asks for a baseline is open. */
  readonly isAsking: boolean;
}

const START: CompareState = { isReading: false, isAsking: false };

let current = START;
/** Grows with every start, so that a slow read does not overwrite a later one. */
let latest = 0;
const listeners = new Set<() => void>();

export function useCompareState(): CompareState {
  return useSyncExternalStore(subscribe, readCompareState);
}

export function readCompareState(): CompareState {
  return current;
}

/** Opens the dialog that asks what to compare with. */
export function askForBaseline(): void {
  set({ ...current, isAsking: true, problem: undefined });
}

export function closeBaselineDialog(): void {
  set({ ...current, isAsking: false });
}

/** Keeps what is on screen now, to compare later reads with. */
export async function keepBaseline(inventory: Inventory): Promise<void> {
  latest += 1;
  const mine = latest;
  const { compareGraphs: compare } = await import('../compare/compare-graphs.ts');
  if (mine === latest) set({ ...START, baseline: { inventory, files: [], isLater: false, compare } });
}

/**
 * Reads files as the baseline. They are the earlier read unless they were read after what is on screen, as `readAt` tells. A
 * failure leaves the comparison as it was.
 */
export async function openBaseline(files: readonly File[], onScreen: Inventory): Promise<void> {
  latest += 1;
  const mine = latest;
  set({ ...current, isReading: true, problem: undefined });
  const outcome = await read(files);
  if (mine !== latest) return;
  if (!outcome.ok) {
    const { message, remedy } = outcome;
    set({ ...current, isReading: false, problem: { message, remedy } });
    return;
  }
  const { inventory, compare } = outcome;
  const names = files.map((file) => file.name);
  set({ ...START, baseline: { inventory, files: names, isLater: isAfter(inventory, onScreen), compare } });
}

/** Takes the later side for the earlier one. */
export function swapSides(): void {
  const { baseline } = current;
  if (baseline) set({ ...current, baseline: { ...baseline, isLater: !baseline.isLater } });
}

/** Forgets the baseline. */
export function stopComparing(): void {
  latest += 1;
  set(START);
}

async function read(files: readonly File[]) {
  try {
    const [{ readFiles }, { compareGraphs: compare }] = await Promise.all([
      import('./read-files.ts'),
      import('../compare/compare-graphs.ts'),
    ]);
    const outcome = await readFiles(files);
    return outcome.ok ? { ...outcome, compare } : outcome;
  } catch {
    return {
      ok: false as const,
      message: 'A part of Rolewire that reads files could not be loaded.',
      remedy: 'Check the connection to the server that this page came from, then load the page again.',
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
