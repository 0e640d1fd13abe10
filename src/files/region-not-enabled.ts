import type { CoverageEntry } from '../inventory/coverage.ts';
import type { RegionRecord } from '../inventory/records.ts';

/**
 * A region that is not enabled refuses good keys with `AuthFailure`. It is told from bad keys by what else is known: the
 * region's own opt-in status, else whether the same keys worked anywhere.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export function settleNotEnabled(
  entries: readonly CoverageEntry[],
  regions: readonly RegionRecord[],
): readonly CoverageEntry[] {
  const worked = new Set(
    entries
      .filter(({ status }) => status === 'complete' || status === 'partial')
      .map(({ accountId }) => accountId),
  );
  return entries.map((entry) => {
    const suspect =
      entry.reason?.kind === 'credentials-invalid' &&
      entry.region !== undefined &&
      /\bAuthFailure\b/.test(entry.message ?? '');
    if (!suspect) return entry;
    const known = regions.find(
      (record) =>
        record.RegionName === entry.region &&
        (record.accountId === undefined ||
          entry.accountId === undefined ||
          record.accountId === entry.accountId),
    );
    const enabled = known?.OptInStatus === 'opted-in' || known?.OptInStatus === 'opt-in-not-required';
    const refused = known?.OptInStatus === 'not-opted-in' || (!enabled && worked.has(entry.accountId));
    return refused ? { ...entry, reason: { kind: 'region-not-enabled' } } : entry;
  });
}
