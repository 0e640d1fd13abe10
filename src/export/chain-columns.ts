import type { ChainRow } from './chain-rows.ts';

/** The columns of the table of chains, in order: the same for the screen and for the CSV. */
export interface ChainColumn {
  readonly key: ChainColumnKey;
  readonly heading: string;
  /** Whether a new table shows it. */
  readonly shown: boolean;
}

export type ChainColumnKey =
  | 'instanceName'
  | 'instanceId'
  | 'state'
  | 'type'
  | 'region'
  | 'zone'
  | 'privateIp'
  | 'publicIp'
  | 'profileName'
  | 'profileId'
  | 'profileArn'
  | 'roleName'
  | 'roleArn'
  | 'statusWords'
  | 'why'
  | 'namesDiffer'
  | 'account'
  | 'change'
  | 'findings';

export const CHAIN_COLUMNS: readonly ChainColumn[] = [
  { key: 'instanceName', heading: 'Instance', shown: true },
  { key: 'instanceId', heading: 'Instance id', shown: true },
  { key: 'state', heading: 'State', shown: true },
  { key: 'type', heading: 'Type', shown: false },
  { key: 'region', heading: 'Region', shown: true },
  { key: 'zone', heading: 'Zone', shown: false },
  { key: 'privateIp', heading: 'Private IP', shown: false },
  { key: 'publicIp', heading: 'Public IP', shown: false },
  { key: 'profileName', heading: 'Instance profile', shown: true },
  { key: 'profileId', heading: 'Profile id', shown: false },
  { key: 'profileArn', heading: 'Profile ARN', shown: false },
  { key: 'roleName', heading: 'Role', shown: true },
  { key: 'roleArn', heading: 'Role ARN', shown: false },
  { key: 'statusWords', heading: 'Chain', shown: true },
  { key: 'why', heading: 'Why', shown: false },
  { key: 'namesDiffer', heading: 'Names differ', shown: false },
  { key: 'account', heading: 'Account', shown: false },
  { key: 'change', heading: 'Change', shown: false },
  { key: 'findings', heading: 'Findings', shown: true },
];

/** A row's value for a CSV cell. Yes and no are written out. */
export function chainCell(row: ChainRow, key: ChainColumnKey): string | number {
  const value = row[key];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value;
}
