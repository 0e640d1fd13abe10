import { arnPartition } from '../base/arn.ts';
import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import { newestOfEach } from '../inventory/choose-record.ts';
import { type AccountId, type InstanceId, type Region, toRegion } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { AssociationRecord, InstanceRecord } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import { toNodeId } from './draft.ts';
import type { InstanceNode } from './graph.ts';

/** One node for each instance, also for those that only an association row speaks of. */
export function instanceNodes(inventory: Inventory, accounts: Accounts): readonly InstanceNode[] {
  const ownerOf = (record: InstanceRecord | AssociationRecord) =>
    accounts.of(record, record.IamInstanceProfile?.Arn) ?? '';
  const instances = groupBy(inventory.instances, ownerOf);
  const associations = groupBy(inventory.associations, ownerOf);
  const nodes: InstanceNode[] = [];
  for (const owner of new Set([...instances.keys(), ...associations.keys()])) {
    const accountId = owner === '' ? undefined : owner;
    const records = newestOfEach(instances.get(owner) ?? [], (record) => record.InstanceId);
    const rows = groupBy(associations.get(owner) ?? [], (row) => row.InstanceId);
    for (const [id, record] of records) {
      nodes.push(nodeOf(accountId, id, record, rows.get(id) ?? NONE, accounts));
    }
    for (const [id, group] of rows) {
      if (!records.has(id)) nodes.push(nodeOf(accountId, id, undefined, group, accounts));
    }
  }
  return nodes;
}

const NONE: readonly AssociationRecord[] = [];

/** Whether an instance is on its way out or gone: nothing about it is worth a complaint. */
export function isOver(node: InstanceNode): boolean {
  return node.record?.State === 'terminated' || node.record?.State === 'shutting-down';
}

function nodeOf(
  accountId: AccountId | undefined,
  instanceId: InstanceId,
  record: InstanceRecord | undefined,
  rows: readonly AssociationRecord[],
  accounts: Accounts,
): InstanceNode {
  const [row] = rows;
  const arn = (record ?? row)?.IamInstanceProfile?.Arn;
  const region = record?.region ?? regionOfZone(record?.AvailabilityZone) ?? row?.region;
  return {
    kind: 'instance',
    id: toNodeId(`instance:${accountId ?? ''}:${instanceId}`),
    label: nameTag(record) ?? instanceId,
    instanceId,
    accountId,
    partition:
      (arn === undefined ? undefined : arnPartition(arn)) ??
      accounts.partitionOf(accountId) ??
      partitionOfRegion(region),
    region,
    record,
    associations: distinct(rows),
  };
}

function nameTag(record: InstanceRecord | undefined): string | undefined {
  const name = record?.Tags?.find((tag) => tag.Key === 'Name')?.Value;
  return name === undefined || name.trim() === '' ? undefined : name;
}

/** `eu-west-1b` lies in `eu-west-1`; zones of other kinds (`us-west-2-lax-1a`) begin with their region too. */
function regionOfZone(zone: string | undefined): Region | undefined {
  const region = zone === undefined ? undefined : /^[a-z]+(?:-[a-z]+)+-\d+/.exec(zone)?.[0];
  return region === undefined ? undefined : toRegion(region);
}

function partitionOfRegion(region: Region | undefined): string | undefined {
  if (region === undefined) return undefined;
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.includes('-iso') ? undefined : 'aws';
}

/** One row for each association id, in order of id; the newest of two reads. */
function distinct(rows: readonly AssociationRecord[]): readonly AssociationRecord[] {
  if (rows.length < 2) return rows;
  const byId = newestOfEach(rows, (row) => row.AssociationId);
  return [...byId.values()].sort((a, b) => compareText(a.AssociationId, b.AssociationId));
}
