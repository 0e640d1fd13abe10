import type { Snapshot } from '../files/snapshot.ts';
import type { SnapshotView } from '../files/snapshot-view.ts';
import type { NodeId } from '../graph/graph.ts';
import { NO_FILTER } from '../scene/chain-filter.ts';
import { adoptDismissals } from './dismissals.ts';
import { giveAccountNames } from './given-names.ts';
import { readRedaction } from './redaction.ts';
import { showView } from './use-address.ts';
import type { ViewState } from './view-state.ts';

/** Takes over what a snapshot brings besides its inventory: what was put aside, and what was on screen. */
export function adoptSnapshot({
  inventory,
  dismissals,
  view,
}: Pick<Snapshot, 'inventory'> & Partial<Snapshot>): void {
  if (dismissals !== undefined) adoptDismissals(dismissals);
  if (view === undefined) return;
  giveAccountNames(inventory, view.accountNames ?? {});
  showView(readRedaction().on ? withoutNames(view) : wholeView(view));
}

function wholeView({ accountNames: _names, selected, ...look }: SnapshotView): ViewState {
  return { ...look, ...(selected !== undefined && { selected: selected as NodeId }) };
}

/** Names and ids of the snapshot must not come into the address while they are hidden. */
function withoutNames({ view, policies, filter }: SnapshotView): ViewState {
  const { search: _search, accounts: _accounts, ...rest } = filter;
  return {
    view,
    ...(policies !== undefined && { policies }),
    filter: { ...NO_FILTER, ...rest },
    openFolds: [],
  };
}
