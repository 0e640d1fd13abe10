import * as v from 'valibot';
import type { JsonValue } from '../base/json.ts';
import { CALL_NAMES } from '../inventory/calls.ts';
import {
  toAccountId,
  toArn,
  toAssociationId,
  toInstanceId,
  toInstanceProfileId,
  toIsoTime,
  toRegion,
  toRoleId,
} from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { REDACTED_KINDS } from '../inventory/redacted-kinds.ts';

/**
 * The form of an inventory in a snapshot: the record types of `inventory/`, field by field. Strict in what it knows, and
 * blind to fields that it doesn't, so that a newer Rolewire may add some.
 */
const text = v.string();
const number = v.number();
const flag = v.boolean();
const accountId = v.pipe(text, v.transform(toAccountId));
const region = v.pipe(text, v.transform(toRegion));
const arn = v.pipe(text, v.transform(toArn));
const instanceId = v.pipe(text, v.transform(toInstanceId));
const profileId = v.pipe(text, v.transform(toInstanceProfileId));
const roleId = v.pipe(text, v.transform(toRoleId));
const associationId = v.pipe(text, v.transform(toAssociationId));
const time = v.pipe(text, v.isoTimestamp(), v.transform(toIsoTime));
const callName = v.picklist(CALL_NAMES, 'not a call that Rolewire knows');
/** Parsed JSON holds nothing but JSON. */
const json = v.custom<JsonValue>((value) => value !== undefined, 'missing');

const { optional } = v;

const origin = v.object({ call: callName, label: text, readAt: optional(time) });
const accountWide = { origin, accountId: optional(accountId) };
const regional = { ...accountWide, region: optional(region) };
const tags = v.array(v.object({ Key: text, Value: text }));
const profileReference = v.object({ Arn: optional(arn), Id: optional(profileId), Name: optional(text) });

const instance = v.object({
  ...regional,
  InstanceId: instanceId,
  State: optional(text),
  InstanceType: optional(text),
  AvailabilityZone: optional(text),
  PrivateIpAddress: optional(text),
  PublicIpAddress: optional(text),
  Ipv6Addresses: v.array(text),
  PrivateDnsName: optional(text),
  PublicDnsName: optional(text),
  ImageId: optional(text),
  VpcId: optional(text),
  SubnetId: optional(text),
  PlatformDetails: optional(text),
  LaunchTime: optional(time),
  Tags: optional(tags),
  IamInstanceProfile: optional(profileReference),
  MetadataOptions: optional(
    v.object({
      State: optional(text),
      HttpTokens: optional(text),
      HttpEndpoint: optional(text),
      HttpPutResponseHopLimit: optional(number),
    }),
  ),
});

const association = v.object({
  ...regional,
  AssociationId: associationId,
  InstanceId: instanceId,
  IamInstanceProfile: optional(profileReference),
  State: optional(text),
  Timestamp: optional(time),
});

const role = v.object({
  ...accountWide,
  RoleName: text,
  RoleId: optional(roleId),
  Arn: optional(arn),
  Path: optional(text),
  CreateDate: optional(time),
  AssumeRolePolicyDocument: optional(json),
  Description: optional(text),
  MaxSessionDuration: optional(number),
  Tags: optional(tags),
  PermissionsBoundary: optional(v.object({ PermissionsBoundaryArn: optional(arn) })),
  RoleLastUsed: optional(v.object({ LastUsedDate: optional(time), Region: optional(text) })),
  details: v.picklist(['listed', 'full']),
});

const instanceProfile = v.object({
  ...accountWide,
  InstanceProfileName: text,
  InstanceProfileId: optional(profileId),
  Arn: optional(arn),
  Path: optional(text),
  CreateDate: optional(time),
  Tags: optional(tags),
  Roles: optional(v.array(role)),
});

const attached = optional(v.array(v.object({ PolicyName: text, PolicyArn: arn })));
const inline = optional(v.array(v.object({ PolicyName: text, PolicyDocument: json })));

const rolePolicies = v.object({
  ...accountWide,
  RoleName: text,
  AttachedPolicies: attached,
  InlinePolicyNames: optional(v.array(text)),
  InlinePolicies: inline,
});

const managedPolicy = v.object({
  ...accountWide,
  PolicyArn: optional(arn),
  PolicyName: optional(text),
  VersionId: optional(text),
  IsDefaultVersion: optional(flag),
  Document: optional(json),
});

const user = v.object({
  ...accountWide,
  UserName: text,
  UserId: optional(text),
  Arn: optional(arn),
  Path: optional(text),
  GroupList: optional(v.array(text)),
  AttachedManagedPolicies: attached,
  UserPolicyList: inline,
  PermissionsBoundary: optional(v.object({ PermissionsBoundaryArn: optional(arn) })),
});

const group = v.object({
  ...accountWide,
  GroupName: text,
  GroupId: optional(text),
  Arn: optional(arn),
  Path: optional(text),
  AttachedManagedPolicies: attached,
  GroupPolicyList: inline,
});

const launchTemplate = v.object({
  ...regional,
  LaunchTemplateId: text,
  LaunchTemplateName: optional(text),
  DefaultVersionNumber: optional(number),
  LatestVersionNumber: optional(number),
});

const launchTemplateVersion = v.object({
  ...regional,
  LaunchTemplateId: optional(text),
  LaunchTemplateName: optional(text),
  VersionNumber: number,
  DefaultVersion: optional(flag),
  CreateTime: optional(time),
  IamInstanceProfile: optional(profileReference),
});

const launchConfiguration = v.object({
  ...regional,
  LaunchConfigurationName: text,
  LaunchConfigurationARN: optional(arn),
  IamInstanceProfile: optional(text),
});

const templateReference = v.object({
  LaunchTemplateId: optional(text),
  LaunchTemplateName: optional(text),
  Version: optional(text),
});

const autoScalingGroup = v.object({
  ...regional,
  AutoScalingGroupName: text,
  AutoScalingGroupARN: optional(arn),
  LaunchConfigurationName: optional(text),
  LaunchTemplates: v.array(templateReference),
  InstanceIds: v.array(instanceId),
});

const environment = v.object({
  ...regional,
  ApplicationName: optional(text),
  EnvironmentName: optional(text),
  Service: optional(v.picklist(['EMR', 'Batch'])),
  IamInstanceProfile: text,
});

const account = v.object({
  ...accountWide,
  accountId,
  partition: text,
  alias: optional(text),
  callerArn: optional(arn),
});

const statementBase = {
  label: text,
  accountId: optional(accountId),
  region: optional(region),
  time: optional(time),
};

const statement = v.variant('kind', [
  v.object({
    ...statementBase,
    kind: v.literal('caller-identity'),
    UserId: text,
    Account: accountId,
    Arn: arn,
  }),
  v.object({
    ...statementBase,
    kind: v.literal('instance-metadata'),
    Code: optional(text),
    Message: optional(text),
    LastUpdated: optional(time),
    InstanceProfileArn: optional(arn),
    InstanceProfileId: optional(profileId),
  }),
  v.object({
    ...statementBase,
    kind: v.literal('decoded-authorization'),
    allowed: flag,
    explicitDeny: flag,
    principalArn: optional(arn),
    action: optional(text),
    resource: optional(text),
    message: json,
  }),
  v.object({
    ...statementBase,
    kind: v.literal('error'),
    command: text,
    code: optional(text),
    operation: optional(text),
    text,
    origin: optional(origin),
  }),
]);

const reason = v.variant('kind', [
  v.object({
    kind: v.literal('denied'),
    permission: text,
    by: v.picklist(['identity', 'scp', 'boundary', 'unknown']),
  }),
  v.object({ kind: v.literal('truncated'), how: text }),
  v.object({ kind: v.literal('unreachable'), host: text }),
  v.object({ kind: v.literal('other'), code: text }),
  v.object({ kind: v.literal('region-not-enabled') }),
  v.object({ kind: v.literal('throttled') }),
  v.object({ kind: v.literal('credentials-expired') }),
  v.object({ kind: v.literal('credentials-invalid') }),
  v.object({ kind: v.literal('clock-skew') }),
  v.object({ kind: v.literal('cancelled') }),
  v.object({ kind: v.literal('running') }),
  v.object({ kind: v.literal('not-supplied') }),
]);

const coverage = v.object({
  call: callName,
  accountId: optional(accountId),
  region: optional(region),
  resource: optional(text),
  detail: optional(text),
  status: v.picklist(['complete', 'partial', 'denied', 'failed', 'not-asked']),
  reason: optional(reason),
  message: optional(text),
  requests: number,
  records: number,
  readAt: optional(time),
});

/** An {@link Inventory}, as a snapshot holds it. */
export const INVENTORY_SCHEMA = v.object({
  kind: v.picklist(['live', 'files', 'sample']),
  readAt: optional(time),
  redacted: optional(v.array(v.picklist(REDACTED_KINDS))),
  accounts: v.array(account),
  regions: v.array(v.object({ ...accountWide, RegionName: region, OptInStatus: optional(text) })),
  instances: v.array(instance),
  associations: v.array(association),
  instanceProfiles: v.array(instanceProfile),
  roles: v.array(role),
  rolePolicies: v.array(rolePolicies),
  managedPolicies: v.array(managedPolicy),
  // Snapshots of before there were any do without.
  users: v.optional(v.array(user), []),
  groups: v.optional(v.array(group), []),
  launchTemplates: v.array(launchTemplate),
  launchTemplateVersions: v.array(launchTemplateVersion),
  launchConfigurations: v.array(launchConfiguration),
  autoScalingGroups: v.array(autoScalingGroup),
  environments: v.array(environment),
  serviceSettings: v.array(v.object({ ...regional, SettingId: text, SettingValue: optional(text) })),
  accountSummaries: v.array(v.object({ ...accountWide, SummaryMap: v.record(text, number) })),
  statements: v.array(statement),
  coverage: v.array(coverage),
}) satisfies v.GenericSchema<unknown, Inventory>;
