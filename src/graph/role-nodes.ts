import { arnPartition } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { compareAge, filledFrom, tellsMore } from '../inventory/choose-record.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RoleRecord } from '../inventory/records.ts';
import { type TrustJudge, trustJudge } from '../policy/trust-judge.ts';
import type { Accounts } from './accounts.ts';
import { toNodeId } from './draft.ts';
import type { ProfileNode, RoleNode } from './graph.ts';

/** One copy of a role: from a list of roles, or from inside a profile. */
interface RoleCopy {
  readonly record: RoleRecord;
  /** The id of the profile that holds the copy; empty for a role of its own. */
  readonly holder: string;
  readonly accountId: AccountId | undefined;
}

/** All roles, and which of them a copy belongs to. */
export interface RoleIndex {
  readonly nodes: ReadonlyMap<string, RoleNode>;
  /** The node of a role record as it stands in a profile or a list. */
  readonly nodeOf: (record: RoleRecord, holder: ProfileNode | undefined) => RoleNode | undefined;
}

/**
 * One node for each role, however many copies there are: by ARN; a copy without an ARN by RoleId, then by name in its
 * account. Of the copies the richest speaks, then a role of its own before the copy in a profile, then the newest.
 */
export function roleNodes(
  inventory: Inventory,
  profiles: readonly ProfileNode[],
  accounts: Accounts,
): RoleIndex {
  const groups = new Map<string, RoleCopy[]>();
  const loose: RoleCopy[] = [];
  const byRoleId = new Map<string, string>();
  const byName = new Map<string, string>();
  const accountOf = (record: RoleRecord, holder: ProfileNode | undefined) =>
    accounts.of(
      holder === undefined ? record : { accountId: record.accountId ?? holder.accountId },
      record.Arn,
    );

  const take = (copy: RoleCopy) => {
    if (copy.record.Arn === undefined) loose.push(copy);
    else put(groups, accounts.arnKey(copy.record.Arn), copy);
  };
  for (const record of inventory.roles) take({ record, holder: '', accountId: accountOf(record, undefined) });
  for (const profile of profiles) {
    for (const record of profile.record?.Roles ?? []) {
      take({ record, holder: profile.id, accountId: accountOf(record, profile) });
    }
  }
  if (loose.length > 0) {
    for (const [key, copies] of groups) {
      for (const copy of copies) {
        if (copy.record.RoleId !== undefined)
          putLast(byRoleId, scoped(copy.accountId, copy.record.RoleId), key);
        putLast(byName, scoped(copy.accountId, copy.record.RoleName), key);
      }
    }
  }
  const looseKey = (record: RoleRecord, account: AccountId | undefined) =>
    (record.RoleId === undefined ? undefined : byRoleId.get(scoped(account, record.RoleId))) ??
    byName.get(scoped(account, record.RoleName)) ??
    scoped(account, record.RoleName);
  for (const copy of loose) put(groups, looseKey(copy.record, copy.accountId), copy);

  const judge = trustJudge(inventory.readAt);
  const nodes = new Map<string, RoleNode>();
  for (const [key, copies] of groups) {
    const node = nodeFrom(key, copies, accounts, judge);
    if (node !== undefined) nodes.set(key, node);
  }
  return {
    nodes,
    nodeOf: (record, holder) =>
      nodes.get(
        record.Arn === undefined ? looseKey(record, accountOf(record, holder)) : accounts.arnKey(record.Arn),
      ),
  };
}

function nodeFrom(
  key: string,
  copies: readonly RoleCopy[],
  accounts: Accounts,
  judge: TrustJudge,
): RoleNode | undefined {
  const best = copies.reduce<RoleCopy | undefined>(
    (chosen, each) => (chosen === undefined || compareCopies(each, chosen) > 0 ? each : chosen),
    undefined,
  );
  if (best === undefined) return undefined;
  const record = copies.length === 1 ? best.record : completed(best, copies);
  const partition =
    (record.Arn === undefined ? undefined : arnPartition(record.Arn)) ?? accounts.partitionOf(best.accountId);
  return {
    kind: 'role',
    id: toNodeId(`role:${key}`),
    label: record.RoleName,
    name: record.RoleName,
    accountId: best.accountId,
    partition,
    arn: record.Arn,
    roleId: record.RoleId,
    record,
    trust: judge(record.AssumeRolePolicyDocument, partition ?? 'aws', best.accountId),
    serviceLinked: (record.Path ?? record.Arn ?? '').includes('/aws-service-role/'),
    otherRoleIds: otherIds(record, copies),
  };
}

/** Low to high: how much a copy is worth. */
function compareCopies(a: RoleCopy, b: RoleCopy): number {
  if (a.record === b.record) return 0;
  return (
    rank(a) - rank(b) ||
    compareText(a.record.origin.readAt ?? '', b.record.origin.readAt ?? '') ||
    compareText(b.holder, a.holder) ||
    compareAge(a.record, b.record)
  );
}

function rank(copy: RoleCopy): number {
  return (copy.record.details === 'full' ? 2 : 0) + (copy.holder === '' ? 1 : 0);
}

/** Fills gaps from the other copies, but never boundary, tags or last use: their absence on a full record means none. */
function completed(best: RoleCopy, copies: readonly RoleCopy[]): RoleRecord {
  const { record } = best;
  const wants =
    record.AssumeRolePolicyDocument === undefined || record.details === 'full' || record.RoleId === undefined;
  if (!wants) return record;
  const others = copies
    .filter((each) => each !== best && tellsMore(each.record, record))
    .sort((a, b) => compareCopies(b, a))
    .slice(0, 8)
    .map((each) => each.record);
  if (others.length === 0) return record;
  const filled = filledFrom(record, others);
  if (record.details !== 'full') return filled;
  const { PermissionsBoundary, Tags, RoleLastUsed } = record;
  return { ...filled, PermissionsBoundary, Tags, RoleLastUsed };
}

function otherIds(record: RoleRecord, copies: readonly RoleCopy[]): readonly string[] | undefined {
  if (copies.length === 1) return undefined;
  const ids = new Set<string>();
  for (const copy of copies) {
    if (copy.record.RoleId !== undefined && copy.record.RoleId !== record.RoleId) ids.add(copy.record.RoleId);
  }
  return ids.size === 0 ? undefined : [...ids].sort(compareText);
}

function scoped(account: AccountId | undefined, text: string): string {
  return `${account ?? ''}:${text}`;
}

/** Of two keys at one place the later in order stays, in whatever order they come. */
function putLast(index: Map<string, string>, at: string, key: string): void {
  const there = index.get(at);
  if (there === undefined || compareText(there, key) < 0) index.set(at, key);
}

function put(groups: Map<string, RoleCopy[]>, key: string, copy: RoleCopy): void {
  const group = groups.get(key);
  if (group) group.push(copy);
  else groups.set(key, [copy]);
}
