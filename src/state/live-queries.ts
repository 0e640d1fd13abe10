import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { type Grant, minimalPolicy } from '../access/minimal-policy.ts';
import { createLiveInventory, type LiveInventory } from './live-inventory.ts';
import type { LiveSnapshot } from './live-snapshot.ts';
import { mainSession } from './session-state.ts';
import { sessionStore, useSessions } from './session-store.ts';

export type LiveView = LiveSnapshot & Omit<LiveInventory, 'subscribe' | 'getSnapshot'>;

/**
 * The accounts of whoever is signed in, as they are read: one query of the client for each account, region and call. The object
 * changes with each news, its functions never. What was read stays after sign-out and expiry, until `sessionStore.clear()`.
 */
export function useLiveInventory(): LiveView {
  const live = liveInventoryOf(useQueryClient());
  const snapshot = useSyncExternalStore(live.subscribe, live.getSnapshot);
  return useMemo(() => {
    const { refresh, cancel, readAgain, readRole, readProfile, readRolePolicies, simulate, setAllPolicies } =
      live;
    return {
      ...snapshot,
      refresh,
      cancel,
      readAgain,
      readRole,
      readProfile,
      readRolePolicies,
      simulate,
      setAllPolicies,
    };
  }, [live, snapshot]);
}

/** The IAM policy of these grants, for the partition of whoever is signed in. */
export function useMinimalPolicy(grants: readonly Grant[]): string {
  return minimalPolicy(grants, mainSession(useSessions())?.session.partition ?? 'aws');
}

const liveByClient = new WeakMap<QueryClient, LiveInventory>();

function liveInventoryOf(client: QueryClient): LiveInventory {
  const known = liveByClient.get(client);
  if (known) return known;
  const live = createLiveInventory(client, sessionStore);
  liveByClient.set(client, live);
  return live;
}
