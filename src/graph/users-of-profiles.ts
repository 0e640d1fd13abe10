import type { CallName } from '../inventory/calls.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { CoverageAnswer, CoverageIndex } from './coverage-index.ts';

/** A list that was not read to its end, though the answer rests on it. */
export type NotRead = Extract<CoverageAnswer, { complete: false }>;

const USERS: readonly CallName[] = [
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplateVersions',
  'autoscaling:DescribeLaunchConfigurations',
];

/**
 * What was not read of all that may use a profile: instances, launch templates, launch configurations. Only when this is
 * empty may a profile be called unused.
 */
export function unreadUsers(coverage: CoverageIndex, accountId: AccountId | undefined): readonly NotRead[] {
  return unread(coverage, USERS, accountId);
}

/** What was not read of the lists that would name the profiles of a role; empty when the role's profiles are all known. */
export function unreadHolders(
  coverage: CoverageIndex,
  accountId: AccountId | undefined,
  roleName: string,
): readonly NotRead[] {
  // The account's own list first: its answer is known after the first role, and settles the most.
  if (coverage.of('iam:ListInstanceProfiles', { accountId }).complete) return [];
  if (coverage.of('iam:ListInstanceProfilesForRole', { accountId, resource: roleName }).complete) return [];
  if (coverage.of('iam:GetAccountAuthorizationDetails', { accountId }).complete) return [];
  return unread(coverage, ['iam:ListInstanceProfiles'], accountId);
}

function unread(
  coverage: CoverageIndex,
  calls: readonly CallName[],
  accountId: AccountId | undefined,
): readonly NotRead[] {
  const missing: NotRead[] = [];
  for (const call of calls) {
    const answer = coverage.of(call, { accountId });
    if (!answer.complete) missing.push(answer);
  }
  return missing;
}
