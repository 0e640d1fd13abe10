import { useMemo } from 'react';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import { type LiveView, useLiveInventory } from './live-queries.ts';
import { useLoaded } from './loaded-store.ts';
import { type HeldSession, mainSession, type SessionState } from './session-state.ts';
import { useSessions } from './session-store.ts';
import type { Reading } from './workspace.ts';

/** Where the picture comes from: a live account, files, or the sample. */
export interface Source {
  readonly kind: Inventory['kind'];
  readonly inventory: Inventory;
  /** All of it but what needs the graph to know which name a node stands for. */
  readonly reading: Omit<Reading, 'deepen' | 'readPolicies' | 'simulate'>;
  readonly readMore?: ReadMore | undefined;
  /** Whose pictures it holds; of live accounts, also after the credentials are gone. */
  readonly sessions: readonly HeldSession[];
  /** Why the credentials of all are gone, when they are. */
  readonly ended?: 'expired' | 'signed-out' | undefined;
  /** Names of the files it came from. */
  readonly files: readonly string[];
}

/** Reads about one thing, by its name. */
export type ReadMore = Pick<LiveView, 'readRole' | 'readProfile' | 'readRolePolicies' | 'simulate'>;

/** The inventory to show now. Files and the sample go before an account, as they were opened later. */
export function useSource(): Source {
  const loaded = useLoaded();
  const session = useSessions();
  const live = useLiveInventory();
  return useMemo(
    () =>
      loaded.inventory
        ? {
            kind: loaded.inventory.kind,
            sessions: [],
            inventory: loaded.inventory,
            reading: NOTHING_TO_READ,
            files: loaded.names,
          }
        : liveSource(live, session),
    // The view is a new object at each render; these are what it is made of.
    // oxlint-disable-next-line react/exhaustive-deps
    [loaded, session, live.inventory, live.progress, live.isReading, live.canRead, live.allPolicies],
  );
}

const NOTHING = emptyInventory('live');
const NOTHING_TO_READ: Reading = { state: 'done', requests: 0, done: 0, expected: 0 };

function liveSource(live: LiveView, state: SessionState): Source {
  const ended = endOf(state);
  const inventory = live.inventory ?? NOTHING;
  const reading = {
    state: live.isReading ? ('reading' as const) : ('done' as const),
    requests: live.totals.requests,
    done: live.totals.done,
    expected: live.totals.all,
    ...(ended && { asOf: inventory.readAt }),
  };
  const { sessions } = state;
  const source = { kind: 'live' as const, inventory, sessions, ended, files: [] };
  if (!live.canRead) return { ...source, reading };
  return {
    ...source,
    reading: {
      ...reading,
      cancel: live.cancel,
      refresh: () => live.refresh(),
      allPolicies: { on: live.allPolicies, set: live.setAllPolicies },
    },
    readMore: live,
  };
}

function endOf(state: SessionState): Source['ended'] {
  const main = mainSession(state);
  return main === undefined || main.state === 'live' ? undefined : main.state;
}
