import { groupBy } from '../base/index-by.ts';
import type { CoverageEntry, CoverageStatus } from '../inventory/coverage.ts';

/** From best to worst: a list that was read to its end once is read to its end, whatever another try met. */
const RANK: Readonly<Record<CoverageStatus, number>> = {
  complete: 0,
  partial: 1,
  denied: 2,
  failed: 3,
  'not-asked': 4,
};

/** One entry for each call, account, region and resource: the best of those given, in the order of their first. */
export function combineCoverage(entries: readonly CoverageEntry[]): readonly CoverageEntry[] {
  const groups = groupBy(entries, ({ call, accountId, region, resource }) =>
    JSON.stringify([call, accountId, region, resource]),
  );
  return [...groups.values()].map((group) =>
    group.reduce((best, entry) => (RANK[entry.status] < RANK[best.status] ? entry : best)),
  );
}
