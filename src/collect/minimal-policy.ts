import { type CallName, type CallTier, callFacts } from '../inventory/calls.ts';
import { ACCOUNT_CALLS, ASKED_CALLS, REGIONAL_CALLS } from './live-calls.ts';

/** The tiers that live reading knows, in the order of need. */
export const LIVE_TIERS = [
  'graph',
  'users-of-profiles',
  'role-details',
  'all-policies',
] as const satisfies readonly CallTier[];
export type LiveTier = (typeof LIVE_TIERS)[number];

/** `sts:GetCallerIdentity` is left out: AWS lets every caller make it. */
const CALLS: readonly CallName[] = [
  'iam:ListAccountAliases',
  'ec2:DescribeRegions',
  ...ACCOUNT_CALLS,
  ...REGIONAL_CALLS,
  ...ASKED_CALLS,
];

const SIDS: Readonly<Record<LiveTier, string>> = {
  graph: 'RolewireChains',
  'users-of-profiles': 'RolewireUsersOfProfiles',
  'role-details': 'RolewireRoleDetails',
  'all-policies': 'RolewireAllPolicies',
};

/** What the policy of one tier allows to see, for the person who is to grant it. */
export function permissionsOf(tier: LiveTier): readonly string[] {
  return CALLS.map(callFacts)
    .filter((facts) => facts.tier === tier)
    .map((facts) => facts.permission);
}

/**
 * The least that this build needs, as an IAM policy ready to paste: one statement for each tier wanted. The list and describe
 * actions take no resource; the two that read one thing are held to roles and instance profiles of any account and path.
 */
export function minimalPolicy(tiers: readonly LiveTier[], partition: string): string {
  const statements = LIVE_TIERS.filter((tier) => tiers.includes(tier)).map((tier) => ({
    Sid: SIDS[tier],
    Effect: 'Allow',
    Action: permissionsOf(tier),
    Resource:
      tier === 'role-details'
        ? [`arn:${partition}:iam::*:role/*`, `arn:${partition}:iam::*:instance-profile/*`]
        : '*',
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}
