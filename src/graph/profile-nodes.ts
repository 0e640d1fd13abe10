import { arnPartition } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import { compareAge, filledFrom, newest } from '../inventory/choose-record.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { InstanceProfileRecord } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import { toNodeId } from './draft.ts';
import type { ProfileNode } from './graph.ts';

/** Every profile that was listed, ready to be looked up. */
export interface ProfileIndex {
  readonly nodes: readonly ProfileNode[];
  readonly byId: ReadonlyMap<string, readonly ProfileNode[]>;
  /** By {@link Accounts.arnKey}. More than one only when reads of different times are mixed; the newest comes last. */
  readonly byArn: ReadonlyMap<string, readonly ProfileNode[]>;
  readonly byName: ReadonlyMap<string, readonly ProfileNode[]>;
  /** Those whose name differs from this one in letter case at most. */
  readonly inAnyCase: (name: string) => readonly ProfileNode[];
}

/** One node for each profile id of each ARN; records of the same profile are joined into the fullest. */
export function profileNodes(inventory: Inventory, accounts: Accounts): ProfileIndex {
  const groups = new Map<string, InstanceProfileRecord[]>();
  for (const record of inventory.instanceProfiles) {
    const key = `${identityOf(record, accounts)}#${cleanId(record.InstanceProfileId) ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  adoptIdless(groups);

  const nodes: ProfileNode[] = [];
  for (const records of groups.values()) {
    const node = nodeOf(records, accounts);
    if (node !== undefined) nodes.push(node);
  }
  let anyCase: ReadonlyMap<string, readonly ProfileNode[]> | undefined;
  return {
    nodes,
    byId: oldestFirst(groupBy(nodes, (node) => node.profileId)),
    byArn: oldestFirst(
      groupBy(nodes, (node) => (node.arn === undefined ? undefined : accounts.arnKey(node.arn))),
    ),
    byName: oldestFirst(groupBy(nodes, (node) => node.name)),
    inAnyCase: (name) => {
      anyCase ??= oldestFirst(groupBy(nodes, (node) => node.name.toLowerCase()));
      return anyCase.get(name.toLowerCase()) ?? [];
    },
  };
}

/** The id of a profile's node, found or not: a ghost that turns up later keeps its id. */
export function profileNodeId(identity: string, id: string | undefined) {
  return toNodeId(id === undefined ? `profile:${identity}` : `profile:${identity}#${id}`);
}

/** What stands for a profile that has no ARN: its name, unique in the account whatever the path. */
export function namedIdentity(account: AccountId | undefined, name: string): string {
  return `${account ?? ''}:${name}`;
}

/**
 * A profile id that can be compared. Some emulators put the association's id (`iip-assoc-…`) in its place, and people mask
 * ids in files: both count as absent.
 */
export function cleanId(id: string | undefined): string | undefined {
  return id === undefined || id === '' || NO_ID.test(id) ? undefined : id;
}

const NO_ID = /^iip-assoc-|[Xx]{6}|\*{2}|[<>…]/;

function identityOf(record: InstanceProfileRecord, accounts: Accounts): string {
  if (record.Arn !== undefined) return accounts.arnKey(record.Arn);
  return namedIdentity(accounts.of(record), record.InstanceProfileName);
}

/** A record without an id is of the one profile that has its ARN. */
function adoptIdless(groups: Map<string, InstanceProfileRecord[]>): void {
  const idless = [...groups.keys()].filter((key) => key.endsWith('#'));
  if (idless.length === 0 || idless.length === groups.size) return;
  const withId = groupBy(
    [...groups.keys()].filter((key) => !key.endsWith('#')),
    (key) => key.slice(0, key.lastIndexOf('#') + 1),
  );
  for (const key of idless) {
    const owners = withId.get(key) ?? [];
    const owner = owners.length === 1 ? groups.get(owners[0] ?? '') : undefined;
    if (owner === undefined) continue;
    owner.push(...(groups.get(key) ?? []));
    groups.delete(key);
  }
}

function nodeOf(records: readonly InstanceProfileRecord[], accounts: Accounts): ProfileNode | undefined {
  const [first, ...rest] = records;
  if (first === undefined) return undefined;
  const best = newest([first, ...rest]);
  const others =
    records.length === 1 ? [] : records.filter((each) => each !== best).sort((a, b) => compareAge(b, a));
  const record = filledFrom(best, others);
  const accountId = accounts.of(record, record.Arn);
  const profileId = cleanId(record.InstanceProfileId);
  return {
    kind: 'profile',
    id: profileNodeId(identityOf(record, accounts), profileId),
    label: record.InstanceProfileName,
    name: record.InstanceProfileName,
    accountId,
    partition:
      (record.Arn === undefined ? undefined : arnPartition(record.Arn)) ?? accounts.partitionOf(accountId),
    arn: record.Arn,
    profileId,
    record,
  };
}

function oldestFirst(groups: Map<string, ProfileNode[]>): ReadonlyMap<string, readonly ProfileNode[]> {
  for (const group of groups.values()) if (group.length > 1) group.sort(compareAges);
  return groups;
}

function compareAges(a: ProfileNode, b: ProfileNode): number {
  return (
    compareText(a.record?.origin.readAt ?? '', b.record?.origin.readAt ?? '') ||
    compareText(a.record?.CreateDate ?? '', b.record?.CreateDate ?? '') ||
    compareText(a.id, b.id)
  );
}
