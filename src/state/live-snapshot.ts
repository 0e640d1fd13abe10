import type { QueryClient } from '@tanstack/react-query';
import type { ReadRequest } from '../collect/live-calls.ts';
import { notAsked } from '../collect/plan-reads.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type ReadResult, readKey } from './live-read.ts';
import { planOf, type Run } from './live-run.ts';

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

/** Before anyone has signed in. */
export const NOTHING_READ: LiveSnapshot = {
  progress: [],
  totals: { requests: 0, retries: 0, done: 0, all: 0 },
  isReading: false,
  canRead: false,
  allPolicies: false,
};

/** How a run stands now. */
export function look(client: QueryClient, run: Run): LiveSnapshot {
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

/** Whether AWS told one of the reads that the credentials have expired. */
export function sawExpiry({ entry, newerFailure }: LiveRead): boolean {
  return [entry, newerFailure].some((each) => each?.reason?.kind === 'credentials-expired');
}
