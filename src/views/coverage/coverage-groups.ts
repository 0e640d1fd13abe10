import { compareText } from '../../base/compare.ts';
import { groupBy } from '../../base/index-by.ts';
import { CALL_NAMES, type CallName, callFacts } from '../../inventory/calls.ts';
import type { CoverageEntry, CoverageStatus } from '../../inventory/coverage.ts';
import { type ReasonWords, reasonWords } from './reason-words.ts';

/** One call with all its reads: every region, account or resource that it was made for. */
export interface CallCoverage {
  readonly call: CallName;
  readonly brings: string;
  readonly worst: CoverageStatus;
  readonly records: number;
  readonly requests: number;
  readonly complete: readonly CoverageEntry[];
  /** What did not come whole, alike reasons together, worst first. */
  readonly missing: readonly MissingReads[];
}

/** Reads of one call that lack the same thing for the same reason. */
export interface MissingReads {
  /** The first of them, which speaks for all. */
  readonly example: CoverageEntry;
  readonly words: ReasonWords | undefined;
  readonly entries: readonly CoverageEntry[];
}

/** How far everything got, in numbers. */
export interface CoverageTotals {
  readonly complete: number;
  /** Reads that can bring something. */
  readonly asked: number;
  readonly requests: number;
  readonly worst: CoverageStatus;
  readonly running: number;
}

const BADNESS: Readonly<Record<CoverageStatus, number>> = {
  denied: 0,
  failed: 1,
  partial: 2,
  'not-asked': 3,
  complete: 4,
};

/** Reads by call, in the order of the table of calls. */
export function coverageByCall(entries: readonly CoverageEntry[]): readonly CallCoverage[] {
  return CALL_NAMES.flatMap((call) => {
    const own = entries.filter((entry) => entry.call === call);
    return own.length === 0 ? [] : [callCoverage(call, own)];
  });
}

/** The totals of all reads. */
export function coverageTotals(entries: readonly CoverageEntry[]): CoverageTotals {
  const asked = entries.filter(isWanted);
  return {
    complete: asked.filter((entry) => entry.status === 'complete').length,
    asked: asked.length,
    requests: sum(entries, (entry) => entry.requests),
    worst: worstOf(asked.filter((entry) => !isRunning(entry))),
    running: entries.filter(isRunning).length,
  };
}

/** Whether a read is on its way: partial by nature, and no reason to worry. */
export function isRunning(entry: CoverageEntry): boolean {
  return entry.reason?.kind === 'running';
}

/** Whether a read met a region that the account has not enabled: nothing is missing there. */
export function isNotEnabled(entry: CoverageEntry): boolean {
  return entry.reason?.kind === 'region-not-enabled';
}

/**
 * Whether a read can bring something: one that nobody asked for can't, nor one of a region that the account does not use. One
 * that was stopped before its turn can.
 */
export function isWanted(entry: CoverageEntry): boolean {
  if (isNotEnabled(entry)) return false;
  return entry.status !== 'not-asked' || entry.reason?.kind === 'cancelled';
}

/** The place of a read that is about the account as a whole. */
export const ACCOUNT = 'account';

/** Where a read was made: a region, the thing asked for, or the account as a whole. */
export function placeOf(entry: CoverageEntry, manyAccounts: boolean): string {
  const about = entry.detail === undefined ? entry.resource : `${entry.resource ?? ''} · ${entry.detail}`;
  const place =
    about ?? entry.region ?? (callFacts(entry.call).scope === 'region' ? 'region not given' : ACCOUNT);
  return manyAccounts && entry.accountId ? `${place} · ${entry.accountId}` : place;
}

function callCoverage(call: CallName, own: readonly CoverageEntry[]): CallCoverage {
  const wanted = own.filter(isWanted);
  return {
    call,
    brings: callFacts(call).brings,
    worst: worstOf(wanted.length > 0 ? wanted : own),
    records: sum(own, (entry) => entry.records),
    requests: sum(own, (entry) => entry.requests),
    complete: own.filter((entry) => entry.status === 'complete').sort(byPlace),
    missing: missingReads(
      own
        .filter((entry) => entry.status !== 'complete')
        .sort((a, b) => BADNESS[a.status] - BADNESS[b.status] || byPlace(a, b)),
    ),
  };
}

function missingReads(entries: readonly CoverageEntry[]): readonly MissingReads[] {
  const groups = groupBy(entries, (entry) => JSON.stringify([entry.status, entry.reason, entry.message]));
  return Array.from(groups.values(), (alike) => ({ alike, example: alike[0] })).flatMap(
    ({ alike, example }) => (example ? [{ example, words: reasonWords(example), entries: alike }] : []),
  );
}

/** Of reads of which some were not made and others were complete, that they are a part. */
function worstOf(entries: readonly CoverageEntry[]): CoverageStatus {
  const worst = worstStatus(entries);
  return worst === 'not-asked' && entries.some((entry) => entry.status === 'complete') ? 'partial' : worst;
}

function worstStatus(entries: readonly CoverageEntry[]): CoverageStatus {
  return entries.reduce<CoverageStatus>(
    (worst, entry) => (BADNESS[entry.status] < BADNESS[worst] ? entry.status : worst),
    'complete',
  );
}

function byPlace(a: CoverageEntry, b: CoverageEntry): number {
  return compareText(placeOf(a, true), placeOf(b, true));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** Regions whose instances did not all come, each with its worst read; those on their way are left out. */
export function unreadRegions(
  entries: readonly CoverageEntry[],
): readonly { readonly region: string; readonly entry: CoverageEntry }[] {
  const regions = new Map<string, CoverageEntry>();
  for (const entry of entries) {
    if (entry.call !== 'ec2:DescribeInstances' || !entry.region) continue;
    if (entry.status === 'complete' || isRunning(entry)) continue;
    const known = regions.get(entry.region);
    if (!known || isWorse(entry, known)) regions.set(entry.region, entry);
  }
  return Array.from(regions, ([region, entry]) => ({ region, entry })).sort((a, b) =>
    compareText(a.region, b.region),
  );
}

function isWorse(entry: CoverageEntry, than: CoverageEntry): boolean {
  if (isNotEnabled(entry) !== isNotEnabled(than)) return isNotEnabled(than);
  return BADNESS[entry.status] < BADNESS[than.status];
}
