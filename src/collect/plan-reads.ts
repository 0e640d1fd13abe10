import { compareText } from '../base/compare.ts';
import type { CoverageEntry, CoverageReason } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import { ACCOUNT_CALLS, REGIONAL_CALLS, type ReadRequest } from './live-calls.ts';

/** What is known when the reads are planned. */
export interface PlanInput {
  readonly accountId: AccountId;
  readonly startRegion: Region;
  /** The configured limit; absent means all. */
  readonly onlyRegions?: readonly string[] | undefined;
  /** How `ec2:DescribeRegions` ended; absent while it runs. */
  readonly regions?: { readonly entry: CoverageEntry; readonly names: readonly Region[] } | undefined;
  /** Roles and profiles that a person asked for, by name. */
  readonly askedRoles: readonly string[];
  readonly askedProfiles: readonly string[];
  readonly allPolicies: boolean;
}

export interface ReadPlan {
  readonly requests: readonly ReadRequest[];
  /** What the plan leaves out, so that its absence proves nothing. */
  readonly notAsked: readonly CoverageEntry[];
}

/** All reads to make, in the order to make them. The regions follow when they are known. */
export function planReads(input: PlanInput): ReadPlan {
  const account: ReadRequest[] = [
    { call: 'ec2:DescribeRegions' },
    ...ACCOUNT_CALLS.map((call) => ({ call })),
  ];
  const asked: ReadRequest[] = [
    ...input.askedRoles.map((resource) => ({ call: 'iam:GetRole', resource }) as const),
    ...input.askedProfiles.map((resource) => ({ call: 'iam:GetInstanceProfile', resource }) as const),
    ...(input.allPolicies ? [{ call: 'iam:GetAccountAuthorizationDetails' } as const] : []),
  ];
  const { regions, leftOut } = chooseRegions(input);
  const regional = REGIONAL_CALLS.flatMap((call) => regions.map((region): ReadRequest => ({ call, region })));
  return {
    requests: [...account, ...asked, ...regional],
    notAsked: [...leftOut, ...(input.allPolicies ? [] : [policiesNotAsked(input.accountId)])],
  };
}

function chooseRegions(input: PlanInput): { regions: readonly Region[]; leftOut: readonly CoverageEntry[] } {
  if (input.regions === undefined) return { regions: [], leftOut: [] };
  const { entry, names } = input.regions;
  const isKnown = entry.status === 'complete';
  const limit = input.onlyRegions;
  if (!isKnown) {
    // Without the list of regions nobody knows what is missing: read what is certain, and say that it isn't all.
    const certain = [input.startRegion, ...names].filter(
      (region) => limit === undefined || limit.includes(region),
    );
    const leftOut = regionalEntries(input.accountId, undefined, entry.reason ?? { kind: 'not-supplied' });
    return { regions: [...new Set(certain)], leftOut };
  }
  const sorted = [...names].sort(byStartRegion(input.startRegion));
  if (limit === undefined) return { regions: sorted, leftOut: [] };
  return {
    regions: sorted.filter((region) => limit.includes(region)),
    leftOut: sorted
      .filter((region) => !limit.includes(region))
      .flatMap((region) => regionalEntries(input.accountId, region, { kind: 'not-supplied' })),
  };
}

/** The region that the person named comes first, as it likely holds what they look for. */
function byStartRegion(start: Region): (a: Region, b: Region) => number {
  return (a, b) => Number(b === start) - Number(a === start) || compareText(a, b);
}

function regionalEntries(
  accountId: AccountId,
  region: Region | undefined,
  reason: CoverageReason,
): readonly CoverageEntry[] {
  return REGIONAL_CALLS.map((call) => ({
    call,
    accountId,
    ...(region === undefined ? {} : { region }),
    status: 'not-asked',
    reason,
    requests: 0,
    records: 0,
  }));
}

function policiesNotAsked(accountId: AccountId): CoverageEntry {
  return {
    call: 'iam:GetAccountAuthorizationDetails',
    accountId,
    status: 'not-asked',
    reason: { kind: 'not-supplied' },
    requests: 0,
    records: 0,
  };
}
