import { groupBy } from '../base/index-by.ts';
import type { CoverageEntry, CoverageStatus } from '../inventory/coverage.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';

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

/** One record for each role: several commands tell of its policies, each a part of them. */
export function combineRolePolicies(records: readonly RolePoliciesRecord[]): readonly RolePoliciesRecord[] {
  const groups = groupBy(records, ({ accountId, RoleName }) => JSON.stringify([accountId, RoleName]));
  return [...groups.values()].map((group) => group.reduce(joinPolicies));
}

function joinPolicies(a: RolePoliciesRecord, b: RolePoliciesRecord): RolePoliciesRecord {
  return {
    ...a,
    AttachedPolicies: union(a.AttachedPolicies, b.AttachedPolicies, (policy) => policy.PolicyArn),
    InlinePolicyNames: union(a.InlinePolicyNames, b.InlinePolicyNames, (name) => name),
    InlinePolicies: union(a.InlinePolicies, b.InlinePolicies, (policy) => policy.PolicyName),
  };
}

function union<Item>(
  a: readonly Item[] | undefined,
  b: readonly Item[] | undefined,
  key: (item: Item) => string,
): readonly Item[] | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const known = new Set(a.map(key));
  return [...a, ...b.filter((item) => !known.has(key(item)))];
}
