import type { Snapshot } from '../files/snapshot.ts';
import type { NodeId } from '../graph/graph.ts';
import { adoptDismissals } from './dismissals.ts';
import { showView } from './use-address.ts';

/** Takes over what a snapshot brings besides its inventory: what was put aside, and what was on screen. */
export function adoptSnapshot({ dismissals, view }: Partial<Omit<Snapshot, 'inventory'>>): void {
  if (dismissals !== undefined) adoptDismissals(dismissals);
  if (view !== undefined) {
    const { selected, ...look } = view;
    showView({ ...look, ...(selected !== undefined && { selected: selected as NodeId }) });
  }
}
