import { CancelledError, type QueryClient } from '@tanstack/react-query';
import { openClients } from '../collect/clients.ts';
import { ALL_POLICIES, type ReadRequest } from '../collect/live-calls.ts';
import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import type { AccountId } from '../inventory/ids.ts';
import { createPicture, type Picture } from './live-picture.ts';
import { LIVE_KEY, readInto, readKey } from './live-read.ts';
import {
  endOf,
  endRun,
  newRun,
  planOf,
  policyReadsOf,
  type Run,
  rolesAreKnown,
  stopReading,
  takeOver,
} from './live-run.ts';
import { type LiveSnapshot, look, NOTHING_READ, sawExpiry } from './live-snapshot.ts';
import type { HeldSession } from './session-state.ts';
import type { SessionStore } from './session-store.ts';
import { SIMULATION_KEY, simulateOnce } from './simulate-once.ts';

/** Reads the accounts of whoever is signed in, and keeps what it read until it is taken off the screen. */
export interface LiveInventory {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LiveSnapshot;
  /** Reads all again, of one account or of all; what is on show stays until the new answer is there. */
  readonly refresh: (accountId?: AccountId) => void;
  /** Stops at the pages that have come. */
  readonly cancel: () => void;
  /** Reads one call of an account again. */
  readonly readAgain: (request: ReadRequest, accountId: AccountId) => void;
  /** Reads boundary, tags and last use of a role, unless they are known. */
  readonly readRole: (roleName: string, accountId: AccountId) => void;
  /** Asks after one profile by its name, unless it was asked already. */
  readonly readProfile: (profileName: string, accountId: AccountId) => void;
  /**
   * Reads the managed and inline policies of a role, their documents and its boundary, and what did not come whole again. What
   * is attached to several roles is read once.
   */
  readonly readRolePolicies: (roleName: string, accountId: AccountId) => void;
  /**
   * AWS's verdict on what a role may do. A question that was answered is not asked again; `undefined` when the account's
   * credentials are gone.
   */
  readonly simulate: (
    request: SimulationRequest,
    accountId: AccountId,
    signal: AbortSignal,
  ) => Promise<SimulationOutcome | undefined>;
  /** Reads all roles with their policies in place of role by role. */
  readonly setAllPolicies: (on: boolean) => void;
}

/** React hears of news at most this often… */
const QUIET_MS = 100;
/** …and after a picture that took long to draw, after that many times as long, so that the page stays at hand. */
const QUIET_SHARE = 3;
const LONGEST_QUIET_MS = 1500;

export function createLiveInventory(
  client: QueryClient,
  sessions: SessionStore,
  open: typeof openClients = openClients,
): LiveInventory {
  client.setQueryDefaults([LIVE_KEY], {
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
    structuralSharing: false,
  });
  const listeners = new Set<() => void>();
  /** By account, in the order in which they were opened. */
  const runs = new Map<AccountId, Run>();
  const picture: Picture = createPicture();
  let snapshot = NOTHING_READ;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = QUIET_MS;

  const show = (): void => {
    const began = performance.now();
    clearTimeout(timer);
    timer = undefined;
    snapshot = runs.size > 0 ? look(client, [...runs.values()], picture) : NOTHING_READ;
    for (const listener of listeners) listener();
    // React draws at the end of this task; the next one knows how long that took.
    setTimeout(() => {
      quiet = Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, QUIET_SHARE * (performance.now() - began)));
    });
    const { progress } = snapshot;
    for (const run of runs.values()) {
      if (run.canRead && sawExpiry(run, progress)) sessions.markExpired(run.session);
    }
  };
  const showSoon = (): void => {
    timer ??= setTimeout(show, quiet);
  };

  const start = (run: Run, request: ReadRequest): void => {
    if (!run.canRead) return;
    const { session, accountId, runNumber, clients } = run;
    const { signal } = run.controller;
    const reading = client
      .fetchQuery({
        queryKey: readKey(run, request),
        queryFn: () =>
          readInto(client, { runNumber, accountId, session }, clients, request, signal, showSoon),
        staleTime: 0,
      })
      .then(nothing, (error: unknown) => {
        if (!(error instanceof CancelledError)) throw error;
      })
      .finally(() => {
        run.running.delete(reading);
        if (isCurrent(run)) startPlanned(run);
        showSoon();
      });
    run.running.add(reading);
    showSoon();
  };

  const isCurrent = (run: Run): boolean => runs.get(run.accountId) === run;

  /** Begins what can be planned by now and was never begun. */
  const startPlanned = (run: Run): void => {
    if (!run.canRead) return;
    const planned = run.stopped ? policyReadsOf(client, run, run.resumed) : planOf(client, run).requests;
    for (const request of planned) ask(run, request);
  };

  const ask = (run: Run, request: ReadRequest): void => {
    if (client.getQueryState(readKey(run, request)) === undefined) start(run, request);
  };

  const restart = (run: Run): void => {
    if (!run.canRead) return;
    stopReading(run);
    const { stops } = run;
    void Promise.allSettled(run.running).then(() => {
      if (!isCurrent(run) || run.stops !== stops || !run.canRead) return;
      run.stopped = false;
      for (const request of planOf(client, run).requests) start(run, request);
    });
  };

  const followOne = ({ session, config, state }: HeldSession): void => {
    const run = runs.get(session.accountId);
    if (state !== 'live') {
      if (run?.session === session) endRun(run);
    } else if (run === undefined) {
      const begun = newRun(session, config, open);
      runs.set(session.accountId, begun);
      startPlanned(begun);
    } else if (run.session !== session) {
      takeOver(run, session, config, open);
      restart(run);
    }
  };

  const forget = (run: Run): void => {
    endRun(run);
    client.removeQueries({ queryKey: [LIVE_KEY, run.runNumber] });
    client.removeQueries({ queryKey: [SIMULATION_KEY, run.runNumber] });
    runs.delete(run.accountId);
  };

  const follow = (): void => {
    const held = sessions.getSnapshot().sessions;
    const kept = new Set(held.map(({ session }) => session.accountId));
    for (const run of runs.values()) if (!kept.has(run.accountId)) forget(run);
    for (const one of held) followOne(one);
    show();
  };

  sessions.subscribe(follow);
  follow();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    refresh: (accountId) => {
      for (const run of runs.values())
        if (accountId === undefined || run.accountId === accountId) restart(run);
    },
    cancel: () => {
      for (const run of runs.values()) stopReading(run);
      showSoon();
    },
    readAgain: (request, accountId) => {
      const run = runs.get(accountId);
      if (run) start(run, request);
    },
    readRole: (roleName, accountId) => {
      const run = runs.get(accountId);
      if (!run?.canRead || rolesAreKnown(client, run)) return;
      run.askedRoles.add(roleName);
      ask(run, { call: 'iam:GetRole', resource: roleName });
    },
    readProfile: (profileName, accountId) => {
      const run = runs.get(accountId);
      if (!run?.canRead) return;
      run.askedProfiles.add(profileName);
      ask(run, { call: 'iam:GetInstanceProfile', resource: profileName });
    },
    readRolePolicies: (roleName, accountId) => {
      const run = runs.get(accountId);
      if (!run?.canRead) return;
      run.askedPolicies.add(roleName);
      run.resumed.add(roleName);
      if (!rolesAreKnown(client, run)) run.askedRoles.add(roleName);
      const role: ReadRequest = { call: 'iam:GetRole', resource: roleName };
      const reads = policyReadsOf(client, run, [roleName]);
      for (const request of rolesAreKnown(client, run) ? reads : [role, ...reads]) {
        const end = endOf(client, run, request);
        if (end !== undefined && end.status !== 'complete') start(run, request);
        else ask(run, request);
      }
      showSoon();
    },
    simulate: async (request, accountId, signal) => {
      const run = runs.get(accountId);
      if (!run?.canRead) return undefined;
      const outcome = await simulateOnce(client, run, request, signal);
      if (!outcome.ok && outcome.failure.reason.kind === 'credentials-expired')
        sessions.markExpired(run.session);
      showSoon();
      return outcome;
    },
    setAllPolicies: (on) => {
      for (const run of runs.values()) {
        if (!run.canRead) continue;
        run.allPolicies = on;
        if (on && !rolesAreKnown(client, run)) start(run, ALL_POLICIES);
      }
      showSoon();
    },
  };
}

function nothing(): void {}
