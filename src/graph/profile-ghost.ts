import { parseArn } from '../base/arn.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { ProfileReference } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import type { CoverageIndex } from './coverage-index.ts';
import type { ProfileMatch } from './find-profile.ts';
import type { EdgeStatus, Ghost, ProfileNode } from './graph.ts';
import { cleanId, namedIdentity, profileNodeId } from './profile-nodes.ts';

/** A profile that something refers to but nothing lists, and what that says of the link to it. */
export interface MissingProfile {
  readonly node: ProfileNode;
  readonly status: EdgeStatus;
  readonly why: string;
}

/**
 * Draws the ghost of a profile. It is gone only if the account's list was read to its end, or IAM itself says that no such
 * profile exists; otherwise it is denied or not loaded, with the call that would tell.
 */
export function missingProfile(
  reference: ProfileReference,
  account: AccountId | undefined,
  match: Exclude<ProfileMatch, { kind: 'found' }>,
  accounts: Accounts,
  coverage: CoverageIndex,
): MissingProfile {
  const parts = reference.Arn === undefined ? undefined : parseArn(reference.Arn);
  const arn = reference.Arn === undefined ? undefined : accounts.arnKey(reference.Arn);
  const home = arn === undefined ? account : accounts.of({}, arn);
  const name = reference.Name ?? parts?.name ?? reference.Id ?? '';
  const { ghost, why } = judge(name, home, match, coverage);
  const profileId = cleanId(reference.Id);
  return {
    node: {
      kind: 'profile',
      id: profileNodeId(arn ?? namedIdentity(home, name), profileId),
      label: name,
      name,
      accountId: home,
      partition: parts?.partition ?? accounts.partitionOf(home),
      arn: reference.Arn,
      profileId,
      ghost,
    },
    status: ghost.kind === 'gone' ? 'broken' : 'unknown',
    why,
  };
}

function judge(
  name: string,
  account: AccountId | undefined,
  match: Exclude<ProfileMatch, { kind: 'found' }>,
  coverage: CoverageIndex,
): { readonly ghost: Ghost; readonly why: string } {
  const list = coverage.of('iam:ListInstanceProfiles', { accountId: account });
  if (match.kind === 'remade') {
    const why = `deleted and made again: IAM lists this ARN with the id ${match.node.profileId ?? ''}`;
    if (list.complete) return { ghost: { kind: 'gone', why, remadeAs: match.node.id }, why };
    const doubt = `it looks deleted and made again (IAM lists this ARN with the id ${match.node.profileId ?? ''}), but ${notComplete(list.worst, account)}`;
    return { ghost: { kind: 'not-loaded', why: doubt }, why: doubt };
  }
  if (list.complete) {
    const clash =
      match.sameId === undefined
        ? ''
        : `; the id that EC2 gives belongs to another profile, ${match.sameId.name}`;
    const why = `no such profile in the complete list of ${inWords(account)}${clash}`;
    return { ghost: { kind: 'gone', why }, why };
  }
  const single = coverage.entries.find(
    (entry) =>
      entry.call === 'iam:GetInstanceProfile' &&
      entry.resource === name &&
      (account === undefined || entry.accountId === undefined || entry.accountId === account),
  );
  if (single !== undefined && saysNoSuch(single)) {
    const why = `IAM answers that no profile ${name} exists in ${inWords(account)}`;
    return { ghost: { kind: 'gone', why }, why };
  }
  const worst = single?.status === 'denied' && list.worst === undefined ? single : list.worst;
  const clash =
    match.sameId === undefined
      ? ''
      : `; the id that EC2 gives belongs to another listed profile, ${match.sameId.name}, so nothing is joined by it`;
  const why = `${notComplete(worst, account)}${clash}`;
  return { ghost: { kind: worst?.status === 'denied' ? 'denied' : 'not-loaded', why }, why };
}

/** A read of one profile that came to its end with nothing to show. */
function saysNoSuch(entry: CoverageEntry): boolean {
  if (entry.reason?.kind === 'other' && entry.reason.code.startsWith('NoSuchEntity')) return true;
  return entry.status === 'complete' && entry.records === 0;
}

function notComplete(worst: CoverageEntry | undefined, account: AccountId | undefined): string {
  const call = worst?.call ?? 'iam:ListInstanceProfiles';
  const where = inWords(account);
  switch (worst?.status) {
    case 'denied':
      return `not readable: ${call} is denied in ${where}, so nobody can tell whether it exists`;
    case 'partial':
      return `not in the part of the list that was read: ${call} of ${where} is not complete`;
    case 'failed':
      return `not loaded: ${call} failed in ${where}`;
    default:
      return worst?.reason?.kind === 'running'
        ? `not loaded yet: ${call} of ${where} is still being read`
        : `not loaded: ${call} was not read for ${where}`;
  }
}

function inWords(account: AccountId | undefined): string {
  return account === undefined ? 'this account' : `account ${account}`;
}
