import { useSyncExternalStore } from 'react';
import type { Finding } from '../findings/finding.ts';
import type { NodeId } from '../graph/graph.ts';

/** The finding whose proof was asked for, and the node that was selected for it; it ends with that selection. */
export interface ShownProof {
  readonly finding: Finding;
  readonly selected: NodeId;
}

let current: ShownProof | undefined;
const listeners = new Set<() => void>();

/** What the picture is to light besides the chain of the selected node. */
export function useShownProof(): ShownProof | undefined {
  return useSyncExternalStore(subscribe, () => current);
}

/** Keeps the finding while its node stays selected. */
export function keepProof(proof: ShownProof | undefined): void {
  if (current === proof) return;
  current = proof;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
