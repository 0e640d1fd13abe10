import type { CallName } from '../inventory/calls.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { GapList } from './gap-list.ts';
import { gapIn, type Side } from './presence.ts';

const LISTS: readonly CallName[] = ['ec2:DescribeInstances', 'iam:ListInstanceProfiles'];

/**
 * Lists that one side read to their end and the other did not: whether something came or went there is open, be it that
 * nothing is known of it.
 */
export function noteBlindSpots(earlier: Side, later: Side, gaps: GapList): void {
  for (const [side, other] of [
    [earlier, later],
    [later, earlier],
  ] as const) {
    for (const { call, accountId, region } of wholeLists(other)) {
      if (!side.accounts.has(accountId) || gapIn(other, accountId, region, call) !== undefined) continue;
      const gap = gapIn(side, accountId, region, call);
      if (gap !== undefined) gaps.note(gap);
    }
  }
}

interface WholeList {
  readonly call: CallName;
  readonly accountId: AccountId | undefined;
  readonly region: Region | undefined;
}

function wholeLists({ graph, accounts }: Side): readonly WholeList[] {
  return graph.coverage.entries.flatMap((entry): readonly WholeList[] => {
    if (!LISTS.includes(entry.call) || entry.status !== 'complete') return [];
    const { call, region } = entry;
    const owners = entry.accountId === undefined ? [...accounts] : [entry.accountId];
    return owners.map((accountId) => ({ call, accountId, region }));
  });
}
