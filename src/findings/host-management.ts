import { compareText } from '../base/compare.ts';
import type { Graph, RoleNode } from '../graph/graph.ts';
import type { ServiceSettingRecord } from '../inventory/records.ts';
import { nodesOf } from './lookup.ts';

/** See https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html */
export const HOST_MANAGEMENT_SETTING = '/ssm/managed-instance/default-ec2-instance-management-role';

/** Whether Systems Manager lends instances a default role in an account and region. */
export type HostManagement =
  | { readonly kind: 'not-read' }
  | { readonly kind: 'off'; readonly record: ServiceSettingRecord }
  | {
      readonly kind: 'on';
      readonly record: ServiceSettingRecord;
      readonly roleName: string;
      /** `/` or `/service-role/`. */
      readonly rolePath: string;
      readonly role: RoleNode | undefined;
    };

/** The setting of an account and region; a file that names neither speaks for all. */
export function hostManagementAt(
  graph: Graph,
  accountId: string | undefined,
  region: string | undefined,
): HostManagement {
  const [record] = graph.inventory.serviceSettings
    .filter(
      (each) =>
        each.SettingId.endsWith(HOST_MANAGEMENT_SETTING) &&
        (each.accountId === undefined || accountId === undefined || each.accountId === accountId) &&
        (each.region === undefined || region === undefined || each.region === region),
    )
    .sort(closestFirst);
  if (record?.SettingValue === undefined) return { kind: 'not-read' };
  if (record.SettingValue === '$None' || record.SettingValue === '') return { kind: 'off', record };
  // The value is the role's path and name without the leading slash.
  const [path, roleName] = splitPath(record.SettingValue);
  const role = nodesOf(graph, 'role').find(
    (each) => each.name === roleName && (accountId === undefined || each.accountId === accountId),
  );
  return { kind: 'on', record, roleName, rolePath: path, role };
}

/** One that names its place before one that leaves it open, then the newest. */
function closestFirst(a: ServiceSettingRecord, b: ServiceSettingRecord): number {
  return (
    Number(a.region === undefined) - Number(b.region === undefined) ||
    Number(a.accountId === undefined) - Number(b.accountId === undefined) ||
    compareText(b.origin.readAt ?? '', a.origin.readAt ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

function splitPath(value: string): readonly [path: string, name: string] {
  const bare = value.replace(/^arn:[^/]*:role/, '').replace(/^\//, '');
  const slash = bare.lastIndexOf('/');
  return slash === -1 ? ['/', bare] : [`/${bare.slice(0, slash)}/`, bare.slice(slash + 1)];
}
