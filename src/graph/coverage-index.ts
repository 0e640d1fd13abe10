import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import { type CallName, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry, CoverageStatus } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';

/** What a question is about: leave out what does not matter. */
export interface CoverageScope {
  readonly accountId?: AccountId | undefined;
  readonly region?: Region | undefined;
  readonly resource?: string | undefined;
}

/** Whether a list was read to its end, or what stands in the way. */
export type CoverageAnswer =
  | { readonly complete: true }
  | { readonly complete: false; readonly call: CallName; readonly worst?: CoverageEntry | undefined };

/** Answers "may I conclude something from a record's absence?" */
export interface CoverageIndex {
  /** All entries, as they came. */
  readonly entries: readonly CoverageEntry[];
  /** Complete only if every part in scope is; a call that was never asked is not complete. */
  readonly of: (call: CallName, scope?: CoverageScope) => CoverageAnswer;
}

/** What the entries alone don't tell. */
export interface CoverageHints {
  /** The accounts that an entry without an account speaks for; `undefined` when it may be any. */
  readonly accountsOf?: ((entry: CoverageEntry) => ReadonlySet<string> | undefined) | undefined;
  /** Regions that an account has enabled, by DescribeRegions: each needs an entry of its own. */
  readonly regionsOf?: ((accountId: AccountId | undefined) => Iterable<string>) | undefined;
}

/**
 * Builds the index. For a regional call with no region in the question, every region that is known of the account must be
 * complete; a region that isn't enabled holds nothing and stands in nobody's way. An entry without a region (a file that
 * names none) stands for one region.
 */
export function coverageIndex(entries: readonly CoverageEntry[], hints: CoverageHints = {}): CoverageIndex {
  const byCall = groupBy(entries, (entry) => entry.call);
  const answers = new Map<string, CoverageAnswer>();
  const inAccount = (entry: CoverageEntry, accountId: AccountId | undefined) =>
    accountId === undefined ||
    (entry.accountId === undefined
      ? (hints.accountsOf?.(entry)?.has(accountId) ?? true)
      : entry.accountId === accountId);

  const knownRegions = (accountId: AccountId | undefined): ReadonlySet<string> => {
    const regions = new Set<string>(hints.regionsOf?.(accountId) ?? []);
    for (const entry of entries) {
      if (entry.region !== undefined && inAccount(entry, accountId)) regions.add(entry.region);
    }
    for (const entry of entries) {
      if (entry.region !== undefined && isNotEnabled(entry) && inAccount(entry, accountId))
        regions.delete(entry.region);
    }
    return regions;
  };

  const answer = (call: CallName, scope: CoverageScope): CoverageAnswer => {
    const inScope = (byCall.get(call) ?? []).filter(
      (entry) =>
        inAccount(entry, scope.accountId) &&
        (scope.region === undefined || entry.region === undefined || entry.region === scope.region) &&
        (scope.resource === undefined || entry.resource === undefined || entry.resource === scope.resource),
    );
    const everyRegion = callFacts(call).scope === 'region' && scope.region === undefined;
    const counted = everyRegion ? inScope.filter((entry) => !isNotEnabled(entry)) : inScope;
    const bad = counted.filter((entry) => entry.status !== 'complete').sort(worstFirst)[0];
    if (bad !== undefined) return { complete: false, call, worst: bad };
    if (counted.length === 0) return { complete: false, call, worst: inScope.sort(worstFirst)[0] };
    if (everyRegion) {
      const read = new Set(counted.map((entry) => entry.region));
      const nameless = counted.filter((entry) => entry.region === undefined).length;
      const unread = [...knownRegions(scope.accountId)].filter((region) => !read.has(region as Region));
      if (unread.length > nameless) return { complete: false, call };
    }
    return { complete: true };
  };

  return {
    entries,
    of: (call, scope = {}) => {
      const key = `${call} ${scope.accountId ?? ''} ${scope.region ?? ''} ${scope.resource ?? ''}`;
      const known = answers.get(key);
      if (known !== undefined) return known;
      const fresh = answer(call, scope);
      answers.set(key, fresh);
      return fresh;
    },
  };
}

function isNotEnabled(entry: CoverageEntry): boolean {
  return entry.reason?.kind === 'region-not-enabled';
}

const WORST_FIRST: readonly CoverageStatus[] = ['denied', 'failed', 'partial', 'not-asked', 'complete'];

function worstFirst(a: CoverageEntry, b: CoverageEntry): number {
  return (
    WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
    compareText(a.accountId ?? '', b.accountId ?? '') ||
    compareText(a.region ?? '', b.region ?? '') ||
    compareText(a.resource ?? '', b.resource ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
