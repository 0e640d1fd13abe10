import type { JsonValue } from '../base/json.ts';
import type { CallName } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import {
  type AccountId,
  toAccountId,
  toArn,
  toAssociationId,
  toInstanceId,
  toInstanceProfileId,
  toRegion,
  toRoleId,
} from '../inventory/ids.ts';
import { emptyInventory, type Inventory, type InventoryPart } from '../inventory/inventory.ts';
import type {
  AssociationRecord,
  InstanceProfileRecord,
  InstanceRecord,
  ProfileReference,
  RoleRecord,
} from '../inventory/records.ts';

/** Records for the tests of this room: a whole small account in a few words. */
export const ACCOUNT = toAccountId('111122223333');
export const OTHER_ACCOUNT = toAccountId('444455556666');
export const REGION = toRegion('eu-west-1');

export const EC2_TRUST: JsonValue = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

export const LAMBDA_TRUST: JsonValue = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** An inventory of these parts in the lists of account 111122223333. */
export function inventoryOf(part: InventoryPart): Inventory {
  return { ...emptyInventory('files'), ...part };
}

export function originOf(call: CallName) {
  return { call, label: 'test' };
}

export function profileArn(name: string, account: string = ACCOUNT, partition = 'aws') {
  return toArn(`arn:${partition}:iam::${account}:instance-profile/${name}`);
}

export function roleArn(name: string, account: string = ACCOUNT, partition = 'aws') {
  return toArn(`arn:${partition}:iam::${account}:role/${name}`);
}

/** How an instance refers to a profile: `AIPA…` made of the name unless told otherwise. */
export function reference(
  name: string,
  id: string = `AIPA-${name}`,
  account: string = ACCOUNT,
): ProfileReference {
  return { Arn: profileArn(name, account), Id: toInstanceProfileId(id) };
}

export function instance(
  id: string,
  uses?: ProfileReference,
  more: Partial<InstanceRecord> = {},
): InstanceRecord {
  return {
    origin: originOf('ec2:DescribeInstances'),
    accountId: ACCOUNT,
    region: REGION,
    InstanceId: toInstanceId(id),
    State: 'running',
    Ipv6Addresses: [],
    IamInstanceProfile: uses,
    ...more,
  };
}

export function association(
  instanceId: string,
  uses: ProfileReference,
  State: string,
  id = `iip-assoc-${instanceId}`,
): AssociationRecord {
  return {
    origin: originOf('ec2:DescribeIamInstanceProfileAssociations'),
    accountId: ACCOUNT,
    region: REGION,
    AssociationId: toAssociationId(id),
    InstanceId: toInstanceId(instanceId),
    IamInstanceProfile: uses,
    State,
  };
}

export function role(name: string, more: Partial<RoleRecord> = {}, account: AccountId = ACCOUNT): RoleRecord {
  return {
    origin: originOf('iam:ListRoles'),
    accountId: account,
    RoleName: name,
    RoleId: toRoleId(`AROA-${name}`),
    Arn: roleArn(name, account),
    AssumeRolePolicyDocument: EC2_TRUST,
    details: 'listed',
    ...more,
  };
}

export function profile(
  name: string,
  Roles: readonly RoleRecord[] | undefined,
  more: Partial<InstanceProfileRecord> = {},
): InstanceProfileRecord {
  return {
    origin: originOf('iam:ListInstanceProfiles'),
    accountId: ACCOUNT,
    InstanceProfileName: name,
    InstanceProfileId: toInstanceProfileId(`AIPA-${name}`),
    Arn: profileArn(name),
    Roles,
    ...more,
  };
}

export function coverage(
  call: CallName,
  status: CoverageEntry['status'] = 'complete',
  more: Partial<CoverageEntry> = {},
): CoverageEntry {
  return { call, accountId: ACCOUNT, status, requests: 1, records: 0, ...more };
}

/** All that must be read before a profile may be called unused. */
export const FULLY_READ: readonly CoverageEntry[] = [
  coverage('iam:ListInstanceProfiles'),
  coverage('iam:ListRoles'),
  coverage('ec2:DescribeInstances', 'complete', { region: REGION }),
  coverage('ec2:DescribeIamInstanceProfileAssociations', 'complete', { region: REGION }),
  coverage('ec2:DescribeLaunchTemplates', 'complete', { region: REGION }),
  coverage('ec2:DescribeLaunchTemplateVersions', 'complete', { region: REGION }),
  coverage('autoscaling:DescribeAutoScalingGroups', 'complete', { region: REGION }),
  coverage('autoscaling:DescribeLaunchConfigurations', 'complete', { region: REGION }),
];
