import type { JsonValue } from '../../src/base/json.ts';
import type { CallName } from '../../src/inventory/calls.ts';
import type { CoverageEntry, CoverageReason, CoverageStatus } from '../../src/inventory/coverage.ts';
import {
  type AccountId,
  type IsoTime,
  type Region,
  toAccountId,
  toArn,
  toIsoTime,
  toRegion,
} from '../../src/inventory/ids.ts';
import type { InventoryPart } from '../../src/inventory/inventory.ts';
import type {
  AssociationRecord,
  AutoScalingGroupRecord,
  EnvironmentRecord,
  InstanceProfileRecord,
  InstanceRecord,
  LaunchConfigurationRecord,
  LaunchTemplateRecord,
  LaunchTemplateVersionRecord,
  ProfileReference,
  RecordOrigin,
  RegionRecord,
  RolePoliciesRecord,
  RoleRecord,
  ServiceSettingRecord,
} from '../../src/inventory/records.ts';
import {
  associationIdOf,
  imageIdOf,
  instanceIdOf,
  profileIdOf,
  roleIdOf,
  subnetIdOf,
  templateIdOf,
  vpcIdOf,
} from './make-ids.ts';

/** When the sample says that it was read: all its times are before it. */
export const READ_AT = toIsoTime('2026-11-20T09:00:00.000Z');

export interface RolePlan {
  readonly path?: string;
  readonly created?: string;
  /** Names of AWS-managed policies; the account's own have a leading `own:`. */
  readonly policies?: readonly string[];
  readonly inline?: Readonly<Record<string, JsonValue>>;
  readonly boundary?: string;
  readonly lastUsed?: { readonly at: string; readonly region: string };
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ProfilePlan {
  readonly path?: string;
  readonly created?: string;
}

export interface InstancePlan {
  /** Absent for an instance without a Name tag; then `word` makes its id. */
  readonly name?: string;
  /** Tells instances of one name apart. */
  readonly word?: string;
  readonly profile?: ProfileReference | undefined;
  readonly state?: string;
  readonly type?: string;
  /** The letter of the zone. */
  readonly zone?: string;
  readonly launched?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly publicIp?: string;
  readonly ipv6?: readonly string[];
  readonly metadata?: Partial<NonNullable<InstanceRecord['MetadataOptions']>>;
  /** How its association rows look; one in state `associated` if not given. */
  readonly associations?: readonly {
    readonly profile: ProfileReference;
    readonly state: string;
    readonly at: string;
  }[];
}

/** Collects the records of one invented account, in the shape that AWS would give them in. */
export class AccountDraft {
  readonly accountId: AccountId;
  readonly roles: RoleRecord[] = [];
  readonly rolePolicies: RolePoliciesRecord[] = [];
  readonly instanceProfiles: InstanceProfileRecord[] = [];
  readonly instances: InstanceRecord[] = [];
  readonly associations: AssociationRecord[] = [];
  readonly launchTemplates: LaunchTemplateRecord[] = [];
  readonly launchTemplateVersions: LaunchTemplateVersionRecord[] = [];
  readonly launchConfigurations: LaunchConfigurationRecord[] = [];
  readonly autoScalingGroups: AutoScalingGroupRecord[] = [];
  readonly environments: EnvironmentRecord[] = [];
  readonly serviceSettings: ServiceSettingRecord[] = [];
  readonly regions: RegionRecord[] = [];
  readonly coverage: CoverageEntry[] = [];
  readonly #alias: string;
  readonly #caller: string;

  constructor(accountId: string, alias: string, caller: string) {
    this.accountId = toAccountId(accountId);
    this.#alias = alias;
    this.#caller = caller;
  }

  /** A role as GetAccountAuthorizationDetails gives it, with its policies. */
  role(name: string, trust: JsonValue, plan: RolePlan = {}): RoleRecord {
    const path = plan.path ?? '/';
    const origin = originOf('iam:GetAccountAuthorizationDetails');
    const record: RoleRecord = {
      origin,
      accountId: this.accountId,
      RoleName: name,
      RoleId: roleIdOf(`${this.accountId} ${name}`),
      Arn: toArn(`arn:aws:iam::${this.accountId}:role${path}${name}`),
      Path: path,
      CreateDate: toIsoTime(plan.created ?? '2025-02-11T10:15:00.000Z'),
      AssumeRolePolicyDocument: trust,
      Tags: tagsOf(plan.tags),
      ...(plan.boundary && {
        PermissionsBoundary: {
          PermissionsBoundaryArn: toArn(`arn:aws:iam::${this.accountId}:policy/${plan.boundary}`),
        },
      }),
      RoleLastUsed: plan.lastUsed
        ? { LastUsedDate: toIsoTime(plan.lastUsed.at), Region: plan.lastUsed.region }
        : {},
      details: 'full',
    };
    this.roles.push(record);
    this.rolePolicies.push({
      origin,
      accountId: this.accountId,
      RoleName: name,
      AttachedPolicies: (plan.policies ?? []).map((policy) => this.#attached(policy)),
      InlinePolicyNames: Object.keys(plan.inline ?? {}),
      InlinePolicies: Object.entries(plan.inline ?? {}).map(([PolicyName, PolicyDocument]) => ({
        PolicyName,
        PolicyDocument,
      })),
    });
    return record;
  }

  /** A profile with its role, or an empty one. Gives the reference that EC2 keeps of it. */
  profile(name: string, role: RoleRecord | undefined, plan: ProfilePlan = {}): ProfileReference {
    const path = plan.path ?? '/';
    const record: InstanceProfileRecord = {
      origin: originOf('iam:ListInstanceProfiles'),
      accountId: this.accountId,
      InstanceProfileName: name,
      InstanceProfileId: profileIdOf(`${this.accountId} ${name}`),
      Arn: toArn(`arn:aws:iam::${this.accountId}:instance-profile${path}${name}`),
      Path: path,
      CreateDate: toIsoTime(plan.created ?? '2025-02-11T10:16:00.000Z'),
      Roles: role ? [listedCopy(role)] : [],
    };
    this.instanceProfiles.push(record);
    return { Arn: record.Arn, Id: record.InstanceProfileId };
  }

  /** What EC2 keeps of a profile that IAM doesn't list: never made, deleted, or not readable. */
  unlisted(name: string, word = name): ProfileReference {
    return {
      Arn: toArn(`arn:aws:iam::${this.accountId}:instance-profile/${name}`),
      Id: profileIdOf(`${this.accountId} unlisted ${word}`),
    };
  }

  /** An instance, and the association rows that EC2 keeps for it. */
  instance(region: string, plan: InstancePlan): InstanceRecord {
    const word = `${this.accountId} ${region} ${plan.word ?? plan.name ?? ''}`;
    const state = plan.state ?? 'running';
    const zone = `${region}${plan.zone ?? 'a'}`;
    const address = `10.${region === 'us-east-1' ? 20 : 10}.${1 + (this.instances.length >> 6)}.${10 + (this.instances.length % 64)}`;
    const over = state === 'terminated' || state === 'shutting-down';
    const record: InstanceRecord = {
      origin: originOf('ec2:DescribeInstances'),
      accountId: this.accountId,
      region: toRegion(region),
      InstanceId: instanceIdOf(word),
      State: state,
      InstanceType: plan.type ?? 'm7g.large',
      AvailabilityZone: zone,
      ...(!over && { PrivateIpAddress: address, PrivateDnsName: privateName(address, region) }),
      ...(plan.publicIp && { PublicIpAddress: plan.publicIp }),
      Ipv6Addresses: plan.ipv6 ?? [],
      ImageId: imageIdOf(region),
      ...(!over && {
        VpcId: vpcIdOf(`${this.accountId} ${region}`),
        SubnetId: subnetIdOf(`${this.accountId} ${zone}`),
      }),
      PlatformDetails: 'Linux/UNIX',
      LaunchTime: toIsoTime(plan.launched ?? '2026-10-02T06:30:00.000Z'),
      Tags: tagsOf({ ...(plan.name !== undefined && { Name: plan.name }), ...plan.tags }),
      ...(plan.profile && { IamInstanceProfile: plan.profile }),
      MetadataOptions: {
        State: 'applied',
        HttpTokens: 'required',
        HttpEndpoint: 'enabled',
        HttpPutResponseHopLimit: 2,
        ...plan.metadata,
      },
    };
    this.instances.push(record);
    this.#associate(record, plan);
    return record;
  }

  /** A launch template with one version, its default and latest. */
  template(region: string, name: string, profile: ProfileReference | undefined): void {
    const LaunchTemplateId = templateIdOf(`${this.accountId} ${region} ${name}`);
    const place = { accountId: this.accountId, region: toRegion(region) };
    this.launchTemplates.push({
      origin: originOf('ec2:DescribeLaunchTemplates'),
      ...place,
      LaunchTemplateId,
      LaunchTemplateName: name,
      DefaultVersionNumber: 3,
      LatestVersionNumber: 3,
    });
    this.launchTemplateVersions.push({
      origin: originOf('ec2:DescribeLaunchTemplateVersions'),
      ...place,
      LaunchTemplateId,
      LaunchTemplateName: name,
      VersionNumber: 3,
      DefaultVersion: true,
      CreateTime: toIsoTime('2026-06-15T12:00:00.000Z'),
      ...(profile && { IamInstanceProfile: profile }),
    });
  }

  /** An Auto Scaling group that launches from a template of the same region. */
  group(region: string, name: string, template: string, instances: readonly InstanceRecord[]): void {
    this.autoScalingGroups.push({
      ...this.#regional('autoscaling:DescribeAutoScalingGroups', region),
      AutoScalingGroupName: name,
      LaunchTemplates: [
        {
          LaunchTemplateId: templateIdOf(`${this.accountId} ${region} ${template}`),
          LaunchTemplateName: template,
          Version: '$Default',
        },
      ],
      InstanceIds: instances.map((instance) => instance.InstanceId),
    });
  }

  launchConfiguration(region: string, name: string, profile: string): void {
    this.launchConfigurations.push({
      ...this.#regional('autoscaling:DescribeLaunchConfigurations', region),
      LaunchConfigurationName: name,
      IamInstanceProfile: profile,
    });
  }

  environment(region: string, application: string, name: string, profile: string): void {
    this.environments.push({
      ...this.#regional('elasticbeanstalk:DescribeConfigurationSettings', region),
      ApplicationName: application,
      EnvironmentName: name,
      IamInstanceProfile: profile,
    });
  }

  /** Systems Manager's default host management: the role that it uses, or `$None`. */
  hostManagement(region: string, value: string): void {
    this.serviceSettings.push({
      ...this.#regional('ssm:GetServiceSetting', region),
      SettingId: '/ssm/managed-instance/default-ec2-instance-management-role',
      SettingValue: value,
    });
  }

  region(name: string, OptInStatus: string): void {
    this.regions.push({
      origin: originOf('ec2:DescribeRegions'),
      accountId: this.accountId,
      RegionName: toRegion(name),
      OptInStatus,
    });
  }

  /** How a call ended. */
  covered(
    call: CallName,
    region?: string,
    ended: { status: CoverageStatus; reason?: CoverageReason; message?: string } = { status: 'complete' },
  ): void {
    this.coverage.push({
      call,
      accountId: this.accountId,
      ...(region !== undefined && { region: toRegion(region) }),
      ...ended,
      requests: 1,
      records: ended.status === 'complete' ? this.#count(call, region) : 0,
      readAt: READ_AT,
    });
  }

  part(): InventoryPart {
    const origin = originOf('sts:GetCallerIdentity');
    return {
      accounts: [
        {
          origin,
          accountId: this.accountId,
          partition: 'aws',
          alias: this.#alias,
          callerArn: toArn(`arn:aws:sts::${this.accountId}:assumed-role/${this.#caller}`),
        },
      ],
      regions: this.regions,
      instances: this.instances,
      associations: this.associations,
      instanceProfiles: this.instanceProfiles,
      roles: this.roles,
      rolePolicies: this.rolePolicies,
      launchTemplates: this.launchTemplates,
      launchTemplateVersions: this.launchTemplateVersions,
      launchConfigurations: this.launchConfigurations,
      autoScalingGroups: this.autoScalingGroups,
      environments: this.environments,
      serviceSettings: this.serviceSettings,
      coverage: this.coverage,
    };
  }

  #associate(instance: InstanceRecord, plan: InstancePlan): void {
    const ended = instance.State === 'terminated' || instance.State === 'shutting-down';
    const usual =
      plan.profile && !ended
        ? [{ profile: plan.profile, state: 'associated', at: instance.LaunchTime ?? READ_AT }]
        : [];
    for (const [at, row] of (plan.associations ?? usual).entries()) {
      this.associations.push({
        origin: originOf('ec2:DescribeIamInstanceProfileAssociations'),
        accountId: this.accountId,
        region: instance.region,
        AssociationId: associationIdOf(`${instance.InstanceId} ${at}`),
        InstanceId: instance.InstanceId,
        IamInstanceProfile: row.profile,
        State: row.state,
        Timestamp: toIsoTime(row.at),
      });
    }
  }

  #attached(policy: string) {
    const own = policy.startsWith('own:');
    const PolicyName = own ? policy.slice('own:'.length) : policy;
    return {
      PolicyName: PolicyName.slice(PolicyName.lastIndexOf('/') + 1),
      PolicyArn: toArn(`arn:aws:iam::${own ? this.accountId : 'aws'}:policy/${PolicyName}`),
    };
  }

  #regional(call: CallName, region: string): { origin: RecordOrigin; accountId: AccountId; region: Region } {
    return { origin: originOf(call), accountId: this.accountId, region: toRegion(region) };
  }

  #count(call: CallName, region: string | undefined): number {
    const lists = [
      this.instances,
      this.associations,
      this.instanceProfiles,
      this.roles,
      this.launchTemplates,
      this.launchTemplateVersions,
      this.launchConfigurations,
      this.autoScalingGroups,
      this.environments,
      this.serviceSettings,
      this.regions,
    ];
    const here = (record: { origin: RecordOrigin; region?: Region | undefined }) =>
      record.origin.call === call && (region === undefined || record.region === region);
    if (call === 'iam:ListRoles') return this.roles.length;
    return lists.reduce((sum, list) => sum + list.filter(here).length, 0);
  }
}

export function originOf(call: CallName): RecordOrigin {
  return { call, label: 'sample account', readAt: READ_AT };
}

/** A time so many seconds before the sample was read. */
export function secondsBefore(seconds: number): IsoTime {
  return toIsoTime(new Date(Date.parse(READ_AT) - seconds * 1000).toISOString());
}

/** The copy of a role inside a profile lacks what only GetRole and the authorization details tell. */
function listedCopy(role: RoleRecord): RoleRecord {
  const { Tags: _tags, PermissionsBoundary: _boundary, RoleLastUsed: _used, ...rest } = role;
  return { ...rest, origin: originOf('iam:ListInstanceProfiles'), details: 'listed' };
}

function tagsOf(tags: Readonly<Record<string, string>> = {}): readonly { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function privateName(address: string, region: string): string {
  const host = `ip-${address.replaceAll('.', '-')}`;
  return region === 'us-east-1' ? `${host}.ec2.internal` : `${host}.${region}.compute.internal`;
}
