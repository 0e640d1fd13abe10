import { useSyncExternalStore } from 'react';
import type { NodeId } from '../graph/graph.ts';

/** Whether the Ask dialog is open, and whom it was opened about. */
export interface AskOpening {
  readonly open: boolean;
  readonly about?: NodeId | undefined;
  /** Grows with each opening, so that the same node can be asked about again. */
  readonly times: number;
}

let opening: AskOpening = { open: false, times: 0 };
const listeners = new Set<() => void>();

function change(next: AskOpening): void {
  opening = next;
  for (const listener of listeners) listener();
}

/** Opens the dialog about a node, or about whom it was last about. */
export function openAsk(about?: NodeId): void {
  change({ open: true, about: about ?? opening.about, times: opening.times + 1 });
}

export function closeAsk(): void {
  change({ ...opening, open: false });
}

export function useAskOpening(): AskOpening {
  return useSyncExternalStore(subscribe, () => opening);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
