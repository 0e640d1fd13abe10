import { compareText } from '../base/compare.ts';
import type { CoverageEntry, CoverageReason } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import {
  ACCOUNT_CALLS,
  ALL_POLICIES,
  REGIONAL_CALLS,
  type ReadRequest,
  type RegionalCall,
} from './live-calls.ts';
import { type PolicyInput, policyReads } from './policy-reads.ts';

/** What is known when the reads are planned. */
export interface PlanInput extends PolicyInput {
  readonly accountId: AccountId;
  readonly startRegion: Region;
  /** The configured limit; absent means all. */
  readonly onlyRegions?: readonly string[] | undefined;
  /** The regions that `ec2:DescribeRegions` gave, so far. */
  readonly regions: readonly Region[];
  /** Roles and profiles that a person asked for, by name. */
  readonly askedRoles: readonly string[];
  readonly askedProfiles: readonly string[];
}

export interface ReadPlan {
  /** All reads to make, in the order to make them. */
  readonly requests: readonly ReadRequest[];
  /** What is known without a request: the reads left out, and those that can bring nothing. */
  readonly settled: readonly CoverageEntry[];
}

/** All reads that can be planned yet. Plan again when a read has ended: regions and what builds on a list follow then. */
export function planReads(input: PlanInput): ReadPlan {
  const { regions, settled } = chooseRegions(input);
  const regional = REGIONAL_CALLS.flatMap((call) => regions.map((region) => ({ call, region })));
  const steps = regional.map((request) => ({ request, step: nextStep(request, input) }));
  return {
    requests: [
      REGION_LIST,
      ...ACCOUNT_CALLS.map((call) => ({ call })),
      ...input.askedRoles.map((resource) => ({ call: 'iam:GetRole', resource }) as const),
      ...input.askedProfiles.map((resource) => ({ call: 'iam:GetInstanceProfile', resource }) as const),
      ...policyReads(input),
      ...(input.allPolicies ? [ALL_POLICIES] : []),
      ...steps.flatMap(({ request, step }) => (step === 'read' ? [request] : [])),
    ],
    settled: [
      ...settled,
      ...(input.allPolicies ? [] : [notAsked(ALL_POLICIES, input.accountId)]),
      ...steps.flatMap(({ request, step }) =>
        step === 'nothing' ? [nothingThere(request, input.accountId)] : [],
      ),
      ...steps.flatMap(({ request, step }) =>
        step === 'wait' ? [notAsked(request, input.accountId, { kind: 'running' })] : [],
      ),
    ],
  };
}

/** The read that the others wait for. */
const REGION_LIST = { call: 'ec2:DescribeRegions' } as const satisfies ReadRequest;

/**
 * What a call adds to: a region without instances has no associations, one without templates no versions of them. Most
 * regions of most accounts are empty, so waiting for the list saves a third of all requests.
 */
const ADDS_TO: Readonly<Partial<Record<RegionalCall, RegionalCall>>> = {
  'ec2:DescribeIamInstanceProfileAssociations': 'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplateVersions': 'ec2:DescribeLaunchTemplates',
};

type RegionalRequest = { readonly call: RegionalCall; readonly region: Region };

function nextStep({ call, region }: RegionalRequest, { endOf }: PlanInput): 'read' | 'wait' | 'nothing' {
  const list = ADDS_TO[call];
  if (list === undefined) return 'read';
  const end = endOf({ call: list, region });
  if (end === undefined) return 'wait';
  return end.status === 'complete' && end.records === 0 ? 'nothing' : 'read';
}

function chooseRegions(input: PlanInput): {
  readonly regions: readonly Region[];
  readonly settled: readonly CoverageEntry[];
} {
  const end = input.endOf(REGION_LIST);
  if (end === undefined) return { regions: [], settled: [] };
  const limit = input.onlyRegions;
  const isWanted = (region: Region): boolean => limit === undefined || limit.includes(region);
  if (end.status !== 'complete') {
    // Without the list nobody knows what is missing: read what is certain, and say that it isn't all.
    const certain = [...new Set([input.startRegion, ...input.regions])].filter(isWanted);
    return {
      regions: certain,
      settled: REGIONAL_CALLS.map((call) => notAsked({ call }, input.accountId, end.reason)),
    };
  }
  const sorted = [...input.regions].sort(startFirst(input.startRegion));
  return {
    regions: sorted.filter(isWanted),
    settled: sorted
      .filter((region) => !isWanted(region))
      .flatMap((region) => REGIONAL_CALLS.map((call) => notAsked({ call, region }, input.accountId))),
  };
}

/** The region that the person named comes first, as it likely holds what they look for. */
function startFirst(start: Region): (a: Region, b: Region) => number {
  return (a, b) => Number(b === start) - Number(a === start) || compareText(a, b);
}

/** A read that has not been made: its absence proves nothing. Without a reason nobody wanted it. */
export function notAsked(request: ReadRequest, accountId: AccountId, reason?: CoverageReason): CoverageEntry {
  return { ...request, accountId, status: 'not-asked', reason, requests: 0, records: 0 };
}

function nothingThere(request: ReadRequest, accountId: AccountId): CoverageEntry {
  return { ...request, accountId, status: 'complete', requests: 0, records: 0 };
}
