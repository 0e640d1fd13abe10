import { compareText } from '../base/compare.ts';
import { CALL_NAMES, type CallName, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry, CoverageStatus } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { commandToRun } from './other-output.ts';

/** A command whose output would tell more. */
export interface MissingRead {
  readonly call: CallName;
  readonly brings: string;
  /** Without it chains are missing; or it only deepens them. */
  readonly need: 'chains' | 'depth';
  /** What came of it so far; `not-asked` when nothing did. */
  readonly status: Exclude<CoverageStatus, 'complete'>;
  readonly accountId?: AccountId | undefined;
  readonly regions: readonly Region[];
  /** Ready to run, one command a line. */
  readonly command: string;
}

/** What the app itself would read: the calls that draw and deepen every chain. */
const WANTED = CALL_NAMES.filter((name) =>
  ['graph', 'users-of-profiles', 'all-policies'].includes(callFacts(name).tier),
);
/** Without these two there are no chains; the list of regions tells whether all instances are there. */
const FOR_CHAINS: ReadonlySet<CallName> = new Set<CallName>([
  'ec2:DescribeInstances',
  'iam:ListInstanceProfiles',
  'ec2:DescribeRegions',
]);
/** What is still missing for a full answer, the most needed first, for each account that is spoken of. */
export function missingReads(inventory: Inventory): readonly MissingRead[] {
  const accounts = accountsOf(inventory);
  return accounts
    .flatMap((accountId) => WANTED.flatMap((call) => missingOf(inventory, call, accountId)))
    .sort((a, b) => Number(a.need === 'depth') - Number(b.need === 'depth'));
}

function missingOf(
  inventory: Inventory,
  call: CallName,
  accountId: AccountId | undefined,
): readonly MissingRead[] {
  const own = (name: CallName) =>
    inventory.coverage.filter(
      (entry) =>
        entry.call === name &&
        entry.reason?.kind !== 'region-not-enabled' &&
        (accountId === undefined || entry.accountId === undefined || entry.accountId === accountId),
    );
  // It lists every role with all that list-roles brings.
  if (call === 'iam:ListRoles' && own('iam:GetAccountAuthorizationDetails').some(isComplete)) return [];
  const entries = own(call);
  const { scope, brings, cli } = callFacts(call);
  const need = FOR_CHAINS.has(call) ? 'chains' : 'depth';
  const found = { call, brings, need, accountId } as const;
  if (scope !== 'region') {
    if (entries.some(isComplete)) return [];
    return [{ ...found, status: worstOf(entries), regions: [], command: commandToRun(withFlags(call, cli)) }];
  }
  const nameless = entries.some((entry) => entry.region === undefined && isComplete(entry));
  const regions = regionsOf(inventory, accountId);
  const missing = regions.filter(
    (region) => !entries.some((entry) => entry.region === region && isComplete(entry)),
  );
  if (missing.length === 0 && entries.some(isComplete)) return [];
  if (nameless && missing.length <= 1) return [];
  return [
    {
      ...found,
      status: worstOf(entries),
      regions: missing,
      command:
        missing.length === 0
          ? commandToRun(withFlags(call, cli))
          : missing.map((region) => commandToRun(withFlags(call, cli), region)).join('\n'),
    },
  ];
}

/** A list of versions is only of use with those that are in use. */
function withFlags(call: CallName, cli: string): string {
  return call === 'ec2:DescribeLaunchTemplateVersions' ? `${cli} --versions '$Default' '$Latest'` : cli;
}

function isComplete(entry: CoverageEntry): boolean {
  return entry.status === 'complete';
}

function worstOf(entries: readonly CoverageEntry[]): MissingRead['status'] {
  const order = ['denied', 'failed', 'partial'] as const;
  return order.find((status) => entries.some((entry) => entry.status === status)) ?? 'not-asked';
}

/** The regions that are enabled, if they are listed; else those that anything was read of. */
function regionsOf(inventory: Inventory, accountId: AccountId | undefined): readonly Region[] {
  const own = <Item extends { readonly accountId?: AccountId | undefined }>(item: Item) =>
    accountId === undefined || item.accountId === undefined || item.accountId === accountId;
  const listed = inventory.regions
    .filter((region) => own(region) && region.OptInStatus !== 'not-opted-in')
    .map((region) => region.RegionName);
  const seen = [...inventory.instances, ...inventory.autoScalingGroups, ...inventory.coverage]
    .filter(own)
    .flatMap((item) => item.region ?? []);
  return [...new Set(listed.length > 0 ? listed : seen)].sort(compareText);
}

function accountsOf(inventory: Inventory): readonly (AccountId | undefined)[] {
  const ids = new Set(
    [
      ...inventory.accounts,
      ...inventory.instances,
      ...inventory.instanceProfiles,
      ...inventory.coverage,
    ].flatMap((item) => item.accountId ?? []),
  );
  return ids.size === 0 ? [undefined] : [...ids].sort(compareText);
}
