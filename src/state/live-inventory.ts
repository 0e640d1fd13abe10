import { CancelledError, type QueryClient } from '@tanstack/react-query';
import { openClients } from '../collect/clients.ts';
import type { ReadRequest } from '../collect/live-calls.ts';
import { LIVE_KEY, readInto, readKey } from './live-read.ts';
import { ALL_POLICIES, newRun, planOf, type Run, rolesAreKnown, stopReading } from './live-run.ts';
import { type LiveSnapshot, look, NOTHING_READ, sawExpiry } from './live-snapshot.ts';
import { type SessionStore, sessionOf } from './session-store.ts';

/** Reads the account of whoever is signed in, and keeps what it read until it is cleared. */
export interface LiveInventory {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => LiveSnapshot;
  /** Reads all again; what is on show stays until the new answer is there. */
  readonly refresh: () => void;
  /** Stops at the pages that have come. */
  readonly cancel: () => void;
  /** Reads one call again. */
  readonly readAgain: (request: ReadRequest) => void;
  /** Reads boundary, tags and last use of a role, unless they are known. */
  readonly readRole: (roleName: string) => void;
  /** Asks after one profile by its name, unless it was asked already. */
  readonly readProfile: (profileName: string) => void;
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
  let run: Run | undefined;
  let snapshot = NOTHING_READ;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = QUIET_MS;

  const show = (): void => {
    const began = performance.now();
    clearTimeout(timer);
    timer = undefined;
    snapshot = run ? look(client, run) : NOTHING_READ;
    for (const listener of listeners) listener();
    // React draws at the end of this task; the next one knows how long that took.
    setTimeout(() => {
      quiet = Math.min(LONGEST_QUIET_MS, Math.max(QUIET_MS, QUIET_SHARE * (performance.now() - began)));
    });
    const current = run;
    if (current?.canRead && snapshot.progress.some(sawExpiry)) sessions.markExpired(current.session);
  };
  const showSoon = (): void => {
    timer ??= setTimeout(show, quiet);
  };

  const start = (of: Run, request: ReadRequest): void => {
    if (!of.canRead) return;
    const { session, clients } = of;
    const { signal } = of.controller;
    const reading = client
      .fetchQuery({
        queryKey: readKey(session, request),
        queryFn: () => readInto(client, session, clients, request, signal, showSoon),
        staleTime: 0,
      })
      .then(nothing, (error: unknown) => {
        if (!(error instanceof CancelledError)) throw error;
      })
      .finally(() => {
        of.running.delete(reading);
        if (of === run) startPlanned(of);
        showSoon();
      });
    of.running.add(reading);
    showSoon();
  };

  /** Begins what can be planned by now and was never begun. */
  const startPlanned = (of: Run): void => {
    if (of.stopped || !of.canRead) return;
    for (const request of planOf(client, of).requests) {
      if (client.getQueryState(readKey(of.session, request)) === undefined) start(of, request);
    }
  };

  const follow = (): void => {
    const state = sessions.getSnapshot();
    const session = sessionOf(state);
    if (run && run.session !== session) {
      stopReading(run);
      run.clients.close();
      client.removeQueries({ queryKey: [LIVE_KEY, run.session.sessionNumber] });
      run = undefined;
    }
    if (state.status === 'signed-in' && run === undefined) {
      run = newRun(state.session, state.config, open);
      startPlanned(run);
    } else if (run?.canRead && state.status !== 'signed-in') {
      run.canRead = false;
      stopReading(run);
      run.clients.close();
    }
    show();
  };

  const ask = (request: ReadRequest): void => {
    if (run && client.getQueryState(readKey(run.session, request)) === undefined) start(run, request);
  };

  sessions.subscribe(follow);
  follow();

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    refresh: () => {
      const of = run;
      if (!of?.canRead) return;
      stopReading(of);
      const { stops } = of;
      void Promise.allSettled(of.running).then(() => {
        if (of !== run || of.stops !== stops || !of.canRead) return;
        of.stopped = false;
        for (const request of planOf(client, of).requests) start(of, request);
      });
    },
    cancel: () => {
      if (run) stopReading(run);
      showSoon();
    },
    readAgain: (request) => {
      if (run) start(run, request);
    },
    readRole: (roleName) => {
      if (!run?.canRead || rolesAreKnown(client, run)) return;
      run.askedRoles.add(roleName);
      ask({ call: 'iam:GetRole', resource: roleName });
    },
    readProfile: (profileName) => {
      if (!run?.canRead) return;
      run.askedProfiles.add(profileName);
      ask({ call: 'iam:GetInstanceProfile', resource: profileName });
    },
    setAllPolicies: (on) => {
      if (!run?.canRead) return;
      run.allPolicies = on;
      if (on && !rolesAreKnown(client, run)) start(run, ALL_POLICIES);
      showSoon();
    },
  };
}

function nothing(): void {}
