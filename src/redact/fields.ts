import type { JsonValue } from '../base/json.ts';
import type { CoverageEntry, CoverageReason } from '../inventory/coverage.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { ProfileReference, RecordOrigin, RoleRecord, Tag } from '../inventory/records.ts';
import type { Statement } from '../inventory/statements.ts';

/**
 * What each field of an inventory holds, and so how it is hidden. The compiler asks for every field: one that is new has no way
 * out before somebody has said what it is.
 */
export type FieldRule =
  /** AWS's words, numbers and times: nothing of the account. */
  | 'keep'
  | 'account'
  /** An alias: names the account as its number does. */
  | 'alias'
  | 'name'
  | 'id'
  | 'ip'
  /** A host name that AWS makes of an address or an instance id. */
  | 'host'
  | 'arn'
  | 'arn-or-name'
  /** `AROA…:session`. */
  | 'user-id'
  /** AWS's message. */
  | 'text'
  | 'command'
  /** The file or command that a record came from. */
  | 'label'
  | 'policy'
  | 'json'
  | 'tag';

/** Rules of a record's fields; of a list those of its items. */
export type FieldRules<Value> = Value extends Tag
  ? 'tag'
  : Value extends readonly (infer Item)[]
    ? RuleOf<Item>
    : { readonly [Key in KeysOf<Value>]-?: RuleOf<Exclude<Field<Value, Key>, undefined>> };

/** Of a union of records the fields of all. */
type KeysOf<Value> = Value extends unknown ? keyof Value : never;
type Field<Value, Key> = Value extends unknown ? (Key extends keyof Value ? Value[Key] : never) : never;

type RuleOf<Value> = [JsonValue] extends [Value]
  ? 'policy' | 'json'
  : [Value] extends [string | number | boolean]
    ? FieldRule
    : string extends keyof Value
      ? 'keep'
      : FieldRules<Value>;

const ORIGIN: FieldRules<RecordOrigin> = { call: 'keep', label: 'label', readAt: 'keep' };
const WIDE = { origin: ORIGIN, accountId: 'account' } as const;
const REGIONAL = { ...WIDE, region: 'keep' } as const;
const REFERENCE: FieldRules<ProfileReference> = { Arn: 'arn', Id: 'id', Name: 'name' };

const ROLE: FieldRules<RoleRecord> = {
  ...WIDE,
  RoleName: 'name',
  RoleId: 'id',
  Arn: 'arn',
  Path: 'name',
  CreateDate: 'keep',
  AssumeRolePolicyDocument: 'policy',
  Description: 'name',
  MaxSessionDuration: 'keep',
  Tags: 'tag',
  PermissionsBoundary: { PermissionsBoundaryArn: 'arn' },
  RoleLastUsed: { LastUsedDate: 'keep', Region: 'keep' },
  details: 'keep',
};

const REASON: FieldRules<CoverageReason> = {
  kind: 'keep',
  permission: 'keep',
  by: 'keep',
  how: 'keep',
  host: 'host',
  code: 'keep',
};

const COVERAGE: FieldRules<CoverageEntry> = {
  call: 'keep',
  accountId: 'account',
  region: 'keep',
  resource: 'arn-or-name',
  detail: 'arn-or-name',
  status: 'keep',
  reason: REASON,
  message: 'text',
  requests: 'keep',
  records: 'keep',
  readAt: 'keep',
};

const STATEMENT: FieldRules<Statement> = {
  label: 'label',
  accountId: 'account',
  region: 'keep',
  time: 'keep',
  kind: 'keep',
  UserId: 'user-id',
  Account: 'account',
  Arn: 'arn',
  Code: 'keep',
  Message: 'text',
  LastUpdated: 'keep',
  InstanceProfileArn: 'arn',
  InstanceProfileId: 'id',
  allowed: 'keep',
  explicitDeny: 'keep',
  principalArn: 'arn',
  action: 'keep',
  resource: 'arn-or-name',
  message: 'json',
  command: 'command',
  code: 'keep',
  operation: 'keep',
  text: 'text',
  origin: ORIGIN,
};

type Lists = Omit<Inventory, 'kind' | 'readAt' | 'redacted'>;

/**
 * The lists of an inventory, in the order in which they are gone through: what names things first, what speaks of them last,
 * so that every name is known by then.
 */
export const INVENTORY_FIELDS: { readonly [List in keyof Lists]: FieldRules<Lists[List][number]> } = {
  accounts: {
    ...WIDE,
    accountId: 'account',
    partition: 'keep',
    alias: 'alias',
    callerArn: 'arn',
  },
  regions: { ...WIDE, RegionName: 'keep', OptInStatus: 'keep' },
  instances: {
    ...REGIONAL,
    InstanceId: 'id',
    State: 'keep',
    InstanceType: 'keep',
    AvailabilityZone: 'keep',
    PrivateIpAddress: 'ip',
    PublicIpAddress: 'ip',
    Ipv6Addresses: 'ip',
    PrivateDnsName: 'host',
    PublicDnsName: 'host',
    ImageId: 'id',
    VpcId: 'id',
    SubnetId: 'id',
    PlatformDetails: 'keep',
    LaunchTime: 'keep',
    Tags: 'tag',
    IamInstanceProfile: REFERENCE,
    MetadataOptions: {
      State: 'keep',
      HttpTokens: 'keep',
      HttpEndpoint: 'keep',
      HttpPutResponseHopLimit: 'keep',
    },
  },
  associations: {
    ...REGIONAL,
    AssociationId: 'id',
    InstanceId: 'id',
    IamInstanceProfile: REFERENCE,
    State: 'keep',
    Timestamp: 'keep',
  },
  instanceProfiles: {
    ...WIDE,
    InstanceProfileName: 'name',
    InstanceProfileId: 'id',
    Arn: 'arn',
    Path: 'name',
    CreateDate: 'keep',
    Tags: 'tag',
    Roles: ROLE,
  },
  roles: ROLE,
  rolePolicies: {
    ...WIDE,
    RoleName: 'name',
    AttachedPolicies: { PolicyName: 'name', PolicyArn: 'arn' },
    InlinePolicyNames: 'name',
    InlinePolicies: { PolicyName: 'name', PolicyDocument: 'policy' },
  },
  managedPolicies: {
    ...WIDE,
    PolicyArn: 'arn',
    PolicyName: 'name',
    VersionId: 'keep',
    IsDefaultVersion: 'keep',
    Document: 'policy',
  },
  users: {
    ...WIDE,
    UserName: 'name',
    UserId: 'id',
    Arn: 'arn',
    Path: 'name',
    GroupList: 'name',
    AttachedManagedPolicies: { PolicyName: 'name', PolicyArn: 'arn' },
    UserPolicyList: { PolicyName: 'name', PolicyDocument: 'policy' },
    PermissionsBoundary: { PermissionsBoundaryArn: 'arn' },
  },
  groups: {
    ...WIDE,
    GroupName: 'name',
    GroupId: 'id',
    Arn: 'arn',
    Path: 'name',
    AttachedManagedPolicies: { PolicyName: 'name', PolicyArn: 'arn' },
    GroupPolicyList: { PolicyName: 'name', PolicyDocument: 'policy' },
  },
  launchTemplates: {
    ...REGIONAL,
    LaunchTemplateId: 'id',
    LaunchTemplateName: 'name',
    DefaultVersionNumber: 'keep',
    LatestVersionNumber: 'keep',
  },
  launchTemplateVersions: {
    ...REGIONAL,
    LaunchTemplateId: 'id',
    LaunchTemplateName: 'name',
    VersionNumber: 'keep',
    DefaultVersion: 'keep',
    CreateTime: 'keep',
    IamInstanceProfile: REFERENCE,
  },
  launchConfigurations: {
    ...REGIONAL,
    LaunchConfigurationName: 'name',
    LaunchConfigurationARN: 'arn',
    IamInstanceProfile: 'arn-or-name',
  },
  autoScalingGroups: {
    ...REGIONAL,
    AutoScalingGroupName: 'name',
    AutoScalingGroupARN: 'arn',
    LaunchConfigurationName: 'name',
    LaunchTemplates: { LaunchTemplateId: 'id', LaunchTemplateName: 'name', Version: 'keep' },
    InstanceIds: 'id',
  },
  environments: {
    ...REGIONAL,
    Service: 'keep',
    ApplicationName: 'name',
    EnvironmentName: 'name',
    IamInstanceProfile: 'arn-or-name',
  },
  serviceSettings: { ...REGIONAL, SettingId: 'keep', SettingValue: 'arn-or-name' },
  accountSummaries: { ...WIDE, SummaryMap: 'keep' },
  statements: STATEMENT,
  coverage: COVERAGE,
};
