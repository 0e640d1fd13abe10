import { CancelledError, type QueryClient } from '@tanstack/react-query';
import { type AwsClients, openClients } from '../collect/clients.ts';
import type { ReadRequest } from '../collect/live-calls.ts';
import { notAsked, planReads, type ReadPlan } from '../collect/plan-reads.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AppConfig } from '../session/config.ts';
import type { Session } from '../session/session.ts';
import { createPicture, type Picture } from './live-picture.ts';
import { LIVE_KEY, type ReadResult, readInto, readKey } from './live-read.ts';
import { type SessionStore, sessionOf } from './session-store.ts';

/** One call of one account and region, and how far it has got. */
export interface LiveRead {
  readonly request: ReadRequest;
  /** Waiting for its turn, or for an answer. */
  readonly isReading: boolean;
  /** Of the records on show. */
  readonly entry: CoverageEntry;
  /** Of a later read that brought less, so that the records on show stayed. */
  readonly newerFailure?: CoverageEntry | undefined;
}

export interface LiveTotals {
  /** Requests behind what is on show, sign-in and pages included, retries not. */
  readonly requests: number;
  /** How often AWS or the network made the SDK send a request again, in this session. */
  readonly retries: number;
  /** Reads that have ended, of those planned; more may be planned when the regions are known. */
  readonly done: number;
  readonly all: number;
}

export interface LiveSnapshot {
  /** Absent when nobody has signed in. */
  readonly inventory?: Inventory | undefined;
  readonly progress: readonly LiveRead[];
  readonly totals: LiveTotals;
  readonly isReading: boolean;
  /** Whether more can be asked for: false once the credentials are gone. */
  readonly canRead: boolean;
  readonly allPolicies: boolean;
}

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

const NOTHING: LiveSnapshot = {
  progress: [],
  totals: { requests: 0, retries: 0, done: 0, all: 0 },
  isReading: false,
  canRead: false,
  allPolicies: false,
};

/** One session's reading. */
interface Run {
  readonly session: Session;
  readonly config: AppConfig;
  readonly clients: AwsClients;
  readonly picture: Picture;
  readonly running: Set<Promise<void>>;
  controller: AbortController;
  /** False once the credentials are gone. */
  canRead: boolean;
  /** True after a cancel: what is planned is not begun by itself. */
  stopped: boolean;
  /** Grows with each stop, so that of several refreshes and cancels the last one holds. */
  stops: number;
  readonly askedRoles: Set<string>;
  readonly askedProfiles: Set<string>;
  allPolicies: boolean;
}

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
  let snapshot = NOTHING;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = QUIET_MS;

  const show = (): void => {
    const began = performance.now();
    clearTimeout(timer);
    timer = undefined;
    snapshot = run ? look(client, run) : NOTHING;
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

  const stopReading = (of: Run): void => {
    of.stopped = true;
    of.stops += 1;
    of.controller.abort();
    of.controller = new AbortController();
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
      if (on) ask(ALL_POLICIES);
      showSoon();
    },
  };
}

const ALL_POLICIES: ReadRequest = { call: 'iam:GetAccountAuthorizationDetails' };

function newRun(session: Session, config: AppConfig, open: typeof openClients): Run {
  return {
    session,
    config,
    clients: open(session, config),
    picture: createPicture(session.signInPart),
    running: new Set(),
    controller: new AbortController(),
    canRead: true,
    stopped: false,
    stops: 0,
    askedRoles: new Set(),
    askedProfiles: new Set(),
    allPolicies: false,
  };
}

function resultOf(client: QueryClient, run: Run, request: ReadRequest): ReadResult | undefined {
  return client.getQueryData<ReadResult>(readKey(run.session, request));
}

/** How a read ended; `undefined` before its end. */
function endOf(client: QueryClient, run: Run, request: ReadRequest): CoverageEntry | undefined {
  const entry = resultOf(client, run, request)?.entry;
  return entry?.reason?.kind === 'running' ? undefined : entry;
}

function rolesAreKnown(client: QueryClient, run: Run): boolean {
  return run.allPolicies && endOf(client, run, ALL_POLICIES)?.status === 'complete';
}

function planOf(client: QueryClient, run: Run): ReadPlan {
  const regions = resultOf(client, run, { call: 'ec2:DescribeRegions' })?.parts ?? [];
  return planReads({
    accountId: run.session.accountId,
    startRegion: run.session.startRegion,
    onlyRegions: run.config.regions,
    regions: regions.flatMap((part) => (part.regions ?? []).map((region) => region.RegionName)),
    endOf: (request) => endOf(client, run, request),
    askedRoles: [...run.askedRoles],
    askedProfiles: [...run.askedProfiles],
    allPolicies: run.allPolicies,
  });
}

function look(client: QueryClient, run: Run): LiveSnapshot {
  const plan = planOf(client, run);
  const isActive = run.canRead && !run.stopped;
  const results = new Map<string, ReadResult>();
  const progress = plan.requests.map((request): LiveRead => {
    const key = readKey(run.session, request);
    const state = client.getQueryState<ReadResult>(key);
    const result = state?.data;
    if (result) results.set(JSON.stringify(key), result);
    const isReading = state?.fetchStatus === 'fetching';
    const reason = { kind: isReading || isActive ? 'running' : 'cancelled' } as const;
    return {
      request,
      isReading,
      entry: result?.entry ?? notAsked(request, run.session.accountId, reason),
      newerFailure: result?.newerFailure,
    };
  });
  const planned = [
    ...plan.settled.map((entry) => (isActive ? entry : withoutHope(entry))),
    ...progress.flatMap(({ entry }) => (entry.status === 'not-asked' && entry.requests === 0 ? [entry] : [])),
  ];
  const signInRequests = (run.session.signInPart.coverage ?? []).reduce(
    (sum, entry) => sum + entry.requests,
    0,
  );
  return {
    inventory: run.picture(results, planned),
    progress,
    totals: {
      requests: progress.reduce((sum, { entry }) => sum + entry.requests, signInRequests),
      retries: run.clients.tally().retries,
      done: progress.filter((read) => !read.isReading).length,
      all: progress.length,
    },
    isReading: progress.some((read) => read.isReading),
    canRead: run.canRead,
    allPolicies: run.allPolicies,
  };
}

/** What waited for another read waits no longer once reading has stopped. */
function withoutHope(entry: CoverageEntry): CoverageEntry {
  return entry.reason?.kind === 'running' ? { ...entry, reason: { kind: 'cancelled' } } : entry;
}

function sawExpiry({ entry, newerFailure }: LiveRead): boolean {
  return [entry, newerFailure].some((each) => each?.reason?.kind === 'credentials-expired');
}

function nothing(): void {}
