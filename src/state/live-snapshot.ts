import type { QueryClient } from '@tanstack/react-query';
import type { ReadRequest } from '../collect/live-calls.ts';
import { notAsked } from '../collect/plan-reads.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Picture } from './live-picture.ts';
import { type ReadResult, readKey } from './live-read.ts';
import { planOf, type Run } from './live-run.ts';

/** One call of one account and region, and how far it has got. */
export interface LiveRead {
  readonly accountId: AccountId;
  readonly request: ReadRequest;
  /** Waiting for its turn, or for an answer. */
  readonly isReading: boolean;
  /** Of the records on show. */
  readonly entry: CoverageEntry;
  /** Of a later read that brought less, so that the records on show stayed. */
  readonly newerFailure?: CoverageEntry | undefined;
  /** Which session asked last; absent before it asked. */
  readonly askedBy?: number | undefined;
}

interface LiveTotals {
  /** Requests behind what is on show, sign-in and pages included, retries not. */
  readonly requests: number;
  /** How often AWS or the network made the SDK send a request again, in these sessions. */
  readonly retries: number;
  /** Reads that have ended, of those planned; more may be planned when the regions are known. */
  readonly done: number;
  readonly all: number;
}

/** How far the reading of one account has got. */
export interface AccountProgress extends LiveTotals {
  readonly accountId: AccountId;
  readonly isReading: boolean;
  /** Reads that AWS refused or that failed. */
  readonly failed: number;
}

export interface LiveSnapshot {
  /** Absent when nobody has signed in. */
  readonly inventory?: Inventory | undefined;
  readonly progress: readonly LiveRead[];
  /** In the order in which the accounts were opened. */
  readonly accounts: readonly AccountProgress[];
  readonly totals: LiveTotals;
  readonly isReading: boolean;
  /** Whether more can be asked for: false once all credentials are gone. */
  readonly canRead: boolean;
  readonly allPolicies: boolean;
}

const NO_TOTALS: LiveTotals = { requests: 0, retries: 0, done: 0, all: 0 };

/** Before anyone has signed in. */
export const NOTHING_READ: LiveSnapshot = {
  progress: [],
  accounts: [],
  totals: NO_TOTALS,
  isReading: false,
  canRead: false,
  allPolicies: false,
};

/** How the accounts stand now, all in one inventory. */
export function look(client: QueryClient, runs: readonly Run[], picture: Picture): LiveSnapshot {
  const seen = runs.map((run) => lookAt(client, run));
  const results = new Map(seen.flatMap(({ results: own }) => [...own]));
  const planned = seen.flatMap((one) => one.planned);
  const accounts = seen.map(({ account }) => account);
  return {
    inventory: picture(results, planned),
    progress: seen.flatMap(({ progress }) => progress),
    accounts,
    totals: accounts.reduce(addTotals, NO_TOTALS),
    isReading: accounts.some(({ isReading }) => isReading),
    canRead: runs.some(({ canRead }) => canRead),
    allPolicies: runs.some(({ allPolicies }) => allPolicies),
  };
}

interface Look {
  readonly account: AccountProgress;
  readonly progress: readonly LiveRead[];
  readonly results: ReadonlyMap<string, Pick<ReadResult, 'parts'>>;
  readonly planned: readonly CoverageEntry[];
}

function lookAt(client: QueryClient, run: Run): Look {
  const { accountId, session } = run;
  const plan = planOf(client, run);
  const isActive = run.canRead && !run.stopped;
  const signIn = `sign-in ${session.sessionNumber}`;
  const results = new Map<string, Pick<ReadResult, 'parts'>>([[signIn, { parts: [session.signInPart] }]]);
  const progress = plan.requests.map((request): LiveRead => {
    const key = readKey(run, request);
    const state = client.getQueryState<ReadResult>(key);
    const result = state?.data;
    if (result) results.set(JSON.stringify(key), result);
    const isReading = state?.fetchStatus === 'fetching';
    const reason = { kind: isReading || isActive ? 'running' : 'cancelled' } as const;
    return {
      accountId,
      request,
      isReading,
      entry: result?.entry ?? notAsked(request, accountId, reason),
      newerFailure: result?.newerFailure,
      askedBy: result?.askedBy,
    };
  });
  const planned = [
    ...plan.settled.map((entry) => (isActive ? entry : withoutHope(entry))),
    ...progress.flatMap(({ entry }) => (entry.status === 'not-asked' && entry.requests === 0 ? [entry] : [])),
  ];
  const signInRequests = (session.signInPart.coverage ?? []).reduce((sum, entry) => sum + entry.requests, 0);
  const account: AccountProgress = {
    accountId,
    requests: progress.reduce((sum, { entry }) => sum + entry.requests, signInRequests),
    retries: run.clients.tally().retries,
    done: progress.filter((read) => !read.isReading).length,
    all: progress.length,
    isReading: progress.some((read) => read.isReading),
    failed: progress.filter(({ entry }) => entry.status === 'denied' || entry.status === 'failed').length,
  };
  return { account, progress, results, planned };
}

function addTotals(sum: LiveTotals, one: LiveTotals): LiveTotals {
  return {
    requests: sum.requests + one.requests,
    retries: sum.retries + one.retries,
    done: sum.done + one.done,
    all: sum.all + one.all,
  };
}

/** What waited for another read waits no longer once reading has stopped. */
function withoutHope(entry: CoverageEntry): CoverageEntry {
  return entry.reason?.kind === 'running' ? { ...entry, reason: { kind: 'cancelled' } } : entry;
}

/** Whether AWS told this session, in one of its reads, that its credentials have expired. */
export function sawExpiry({ session, accountId }: Run, progress: readonly LiveRead[]): boolean {
  return progress.some(
    (read) =>
      read.accountId === accountId &&
      read.askedBy === session.sessionNumber &&
      [read.entry, read.newerFailure].some((entry) => entry?.reason?.kind === 'credentials-expired'),
  );
}
