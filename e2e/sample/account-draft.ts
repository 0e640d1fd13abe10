import type { JsonValue } from '../../src/base/json.ts';
import type { CallName } from '../../src/inventory/calls.ts';
import type { CoverageEntry, CoverageReason, CoverageStatus } from '../../src/inventory/coverage.ts';
import {
  type AccountId,
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
import { makeProfile, makeRole, makeRolePolicies, type ProfilePlan, type RolePlan } from './iam-records.ts';
import { type InstancePlan, makeAssociations, makeInstance } from './instance-records.ts';
import { profileIdOf, templateIdOf } from './make-ids.ts';
import { originOf, READ_AT } from './origin.ts';

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

  /** A role with its policies. */
  role(name: string, trust: JsonValue, plan: RolePlan = {}): RoleRecord {
    const record = makeRole(this.accountId, name, trust, plan);
    this.roles.push(record);
    this.rolePolicies.push(makeRolePolicies(this.accountId, name, plan));
    return record;
  }

  /** A profile with its role, or an empty one. Gives the reference that EC2 keeps of it. */
  profile(name: string, role: RoleRecord | undefined, plan: ProfilePlan = {}): ProfileReference {
    const record = makeProfile(this.accountId, name, role, plan);
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
    const record = makeInstance(this.accountId, region, this.instances.length, plan);
    this.instances.push(record);
    this.associations.push(...makeAssociations(record, plan));
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
