import { useMemo } from 'react';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import type { Session } from '../session/session.ts';
import { useLoaded } from './loaded-store.ts';
import { sessionOf, useSession } from './session-store.ts';
import type { Reading } from './workspace.ts';

/** Where the picture comes from: a live account, files, or the sample. */
export interface Source {
  readonly kind: Inventory['kind'];
  readonly inventory: Inventory;
  readonly reading: Reading;
  /** Whose picture it is; set for live ones, also after the credentials are gone. */
  readonly session?: Session | undefined;
  /** Why the credentials are gone, when they are. */
  readonly ended?: 'expired' | 'signed-out' | undefined;
  /** Names of the files it came from. */
  readonly files: readonly string[];
}

const NOTHING = emptyInventory('live');
const READ: Reading = { state: 'done', requests: 0, done: 0, expected: 0 };

/** The inventory to show now. Files and the sample go before an account, as they were opened later. */
export function useSource(): Source {
  const loaded = useLoaded();
  const session = useSession();
  const signedIn = sessionOf(session);
  return useMemo(
    () =>
      loaded.inventory
        ? { kind: loaded.inventory.kind, inventory: loaded.inventory, reading: READ, files: loaded.names }
        : { kind: 'live', inventory: NOTHING, reading: READ, files: [], session: signedIn },
    [loaded, signedIn],
  );
}
