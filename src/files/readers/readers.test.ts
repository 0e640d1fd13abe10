import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json.ts';
import type { CallName } from '../../inventory/calls.ts';
import { callFacts } from '../../inventory/calls.ts';
import { toAccountId } from '../../inventory/ids.ts';
import { parseCommand } from '../command.ts';
import type { Reading } from '../reader.ts';
import { regionOfZone } from './instances.ts';
import { READERS } from './registry.ts';

const notes: string[] = [];

function read(call: CallName, output: JsonValue, flags = ''): Reading {
  const command = parseCommand(`${callFacts(call).cli} ${flags}`);
  if (command === undefined) throw new Error('no command');
  notes.length = 0;
  return READERS[call](output, {
    command,
    origin: { call, label: 'test' },
    accountId: toAccountId('111122223333'),
    region: command.region,
    note: (text) => notes.push(text),
  });
}

const instanceOf = (instance: Record<string, JsonValue>, reservation: Record<string, JsonValue> = {}) =>
  read('ec2:DescribeInstances', {
    Reservations: [{ ...reservation, Instances: [{ InstanceId: 'i-1', ...instance }] }],
  }).part.instances?.[0];

const rolesOf = (profile: Record<string, JsonValue>) =>
  read('iam:ListInstanceProfiles', { InstanceProfiles: [{ InstanceProfileName: 'p', ...profile }] }).part
    .instanceProfiles?.[0]?.Roles;

const version = (data: JsonValue) => ({
  LaunchTemplateName: 't',
  VersionNumber: 1,
  LaunchTemplateData: data,
});

const identity = (UserId: string) => ({
  UserId,
  Account: '111122223333',
  Arn: 'arn:aws-cn:sts::111122223333:assumed-role/r/s',
});

describe('ec2 describe-instances', () => {
  it('reads several reservations of several instances, each with the owner of its reservation', () => {
    const reading = read('ec2:DescribeInstances', {
      Reservations: [
        { OwnerId: '111122223333', Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }] },
        { OwnerId: '444455556666', Instances: [{ InstanceId: 'i-3' }] },
      ],
    });
    expect(reading.part.instances?.map((each) => [each.InstanceId, each.accountId])).toEqual([
      ['i-1', '111122223333'],
      ['i-2', '111122223333'],
      ['i-3', '444455556666'],
    ]);
  });

  it.each<[string, JsonValue]>([
    ['reservations', [{ Instances: [{ InstanceId: 'i-1' }] }]],
    ['instances', [{ InstanceId: 'i-1' }]],
    ['lists of instances', [[{ InstanceId: 'i-1' }]]],
    ['pages', [{ Reservations: [] }, { Reservations: [{ Instances: [{ InstanceId: 'i-1' }] }] }]],
  ])('reads a bare list of %s', (_, output) => {
    const reading = read('ec2:DescribeInstances', output);
    expect(reading).toMatchObject({ records: 1, supplied: true, partial: undefined });
  });

  it.each<JsonValue | undefined>([undefined, null, {}])('%j in place of a profile means none', (profile) => {
    expect(instanceOf(profile === undefined ? {} : { IamInstanceProfile: profile })).toMatchObject({
      InstanceId: 'i-1',
    });
    expect(
      instanceOf(profile === undefined ? {} : { IamInstanceProfile: profile })?.IamInstanceProfile,
    ).toBeUndefined();
  });

  it('an association id in place of a profile id is not taken for one', () => {
    expect(
      instanceOf({ IamInstanceProfile: { Arn: 'arn:x', Id: 'iip-assoc-1' } })?.IamInstanceProfile,
    ).toEqual({
      Arn: 'arn:x',
    });
  });

  it('a profile reference that makes no sense is not taken for "no profile"', () => {
    expect(instanceOf({ IamInstanceProfile: 5 })).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining('IamInstanceProfile')]);
  });

  it('a field of a wrong type is left out with a note, and the instance stays', () => {
    expect(instanceOf({ State: 16, InstanceType: 'm5.large', LaunchTime: 'yesterday' })).toMatchObject({
      InstanceId: 'i-1',
      InstanceType: 'm5.large',
    });
    expect(notes).toEqual(['Instance i-1 was read without LaunchTime, State: not of the expected form.']);
  });

  it('reads state, tags, times, addresses and metadata options', () => {
    expect(
      instanceOf({
        State: { Code: 16, Name: 'running' },
        Tags: [{ Key: 'Name', Value: '<b>' }, { Key: 'empty' }, 'odd'],
        LaunchTime: '2026-01-05T10:00:00+01:00',
        Ipv6Address: '2001:db8::1',
        NetworkInterfaces: [
          { Ipv6Addresses: [{ Ipv6Address: '2001:db8::1' }, { Ipv6Address: '2001:db8::2' }] },
        ],
        MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: 64, Unknown: 1 },
        Placement: { AvailabilityZone: 'us-west-2-lax-1a' },
      }),
    ).toMatchObject({
      State: 'running',
      Tags: [
        { Key: 'Name', Value: '<b>' },
        { Key: 'empty', Value: '' },
      ],
      LaunchTime: '2026-01-05T09:00:00.000Z',
      Ipv6Addresses: ['2001:db8::1', '2001:db8::2'],
      MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: 64 },
      AvailabilityZone: 'us-west-2-lax-1a',
      region: 'us-west-2',
    });
  });

  it.each([
    ['eu-west-1a', 'eu-west-1'],
    ['us-gov-west-1b', 'us-gov-west-1'],
    ['us-west-2-lax-1a', 'us-west-2'],
    ['us-east-1-wl1-bos-wlz-1', 'us-east-1'],
    ['cn-north-1a', 'cn-north-1'],
    ['us-isob-east-1a', 'us-isob-east-1'],
    ['somewhere', undefined],
  ])('zone %s lies in region %s', (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });
});

it('ec2 describe-iam-instance-profile-associations: rows with state and time', () => {
  const output = {
    IamInstanceProfileAssociations: [
      {
        AssociationId: 'iip-assoc-1',
        InstanceId: 'i-1',
        IamInstanceProfile: { Arn: 'arn:aws:iam::111122223333:instance-profile/a', Id: 'AIPA1' },
        State: 'associating',
        Timestamp: 1767603600,
      },
    ],
  };
  expect(read('ec2:DescribeIamInstanceProfileAssociations', output).part.associations).toMatchObject([
    { AssociationId: 'iip-assoc-1', State: 'associating', Timestamp: '2026-01-05T09:00:00.000Z' },
  ]);
});

describe('iam list-instance-profiles', () => {
  it('an empty list of roles is empty, a missing or unreadable one is not supplied', () => {
    expect(rolesOf({ Roles: [] })).toEqual([]);
    expect(rolesOf({})).toBeUndefined();
    expect(rolesOf({ Roles: null })).toBeUndefined();
    expect(rolesOf({ Roles: 5 })).toBeUndefined();
    expect(rolesOf({ Roles: [{ Arn: 'no name' }] })).toBeUndefined();
    expect(notes).toHaveLength(1);
  });

  it('the trust policy of the role inside stays as it came', () => {
    expect(rolesOf({ Roles: [{ RoleName: 'r', AssumeRolePolicyDocument: '%7B%7D' }] })).toMatchObject([
      { RoleName: 'r', AssumeRolePolicyDocument: '%7B%7D', details: 'listed' },
    ]);
  });
});

it('iam get-instance-profile: one profile, by name', () => {
  const reading = read('iam:GetInstanceProfile', { InstanceProfile: { InstanceProfileName: 'p' } });
  expect(reading).toMatchObject({ resource: 'p', records: 1, partial: undefined });
});

it('iam list-instance-profiles-for-role: profiles of the role in the flag', () => {
  const reading = read('iam:ListInstanceProfilesForRole', { InstanceProfiles: [] }, '--role-name r');
  expect(reading).toMatchObject({ resource: 'r', records: 0, supplied: true });
});

describe('roles', () => {
  const ROLE = {
    RoleName: 'app',
    RoleId: 'AROA1',
    Arn: 'arn:aws-cn:iam::444455556666:role/a/b/app',
    RoleLastUsed: {},
    PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::1:policy/b' },
  };

  it('iam list-roles leaves details open; the account is that of the ARN', () => {
    expect(read('iam:ListRoles', { Roles: [ROLE] }).part.roles).toMatchObject([
      { RoleName: 'app', accountId: '444455556666', details: 'listed' },
    ]);
  });

  it('iam get-role tells them all, whole or bare', () => {
    for (const output of [{ Role: ROLE }, ROLE]) {
      const reading = read('iam:GetRole', output);
      expect(reading).toMatchObject({ resource: 'app', partial: undefined });
      expect(reading.part.roles).toMatchObject([
        {
          details: 'full',
          RoleLastUsed: {},
          PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::1:policy/b' },
        },
      ]);
    }
  });

  it('a RoleDetailList in place of Roles reads as full', () => {
    expect(read('iam:ListRoles', { RoleDetailList: [ROLE] }).part.roles?.[0]?.details).toBe('full');
  });
});

describe('iam get-account-authorization-details', () => {
  const output: { readonly [key: string]: JsonValue } = {
    RoleDetailList: [
      {
        RoleName: 'app',
        AttachedManagedPolicies: [{ PolicyName: 'A', PolicyArn: 'arn:aws:iam::aws:policy/A' }],
        RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: '%7B%7D' }],
        InstanceProfileList: [{ InstanceProfileName: 'p' }, { InstanceProfileName: 'q', Roles: [] }],
      },
    ],
    Policies: [
      {
        PolicyName: 'A',
        Arn: 'arn:aws:iam::aws:policy/A',
        DefaultVersionId: 'v2',
        PolicyVersionList: [
          { VersionId: 'v1', Document: { old: true } },
          { VersionId: 'v2', Document: { old: false } },
        ],
      },
    ],
  };

  it('brings users and groups; a list that AWS leaves out of a whole record is empty, of a cut one unknown', () => {
    const { part } = read('iam:GetAccountAuthorizationDetails', {
      ...output,
      UserDetailList: [
        {
          UserName: 'anna',
          Arn: 'arn:aws:iam::111122223333:user/anna',
          GroupList: ['ops'],
          AttachedManagedPolicies: [],
        },
        { UserName: 'cut' },
      ],
      GroupDetailList: [
        {
          GroupName: 'ops',
          AttachedManagedPolicies: [],
          GroupPolicyList: [{ PolicyName: 'x', PolicyDocument: '%7B%7D' }],
        },
      ],
    });
    expect(part.users).toMatchObject([
      { UserName: 'anna', accountId: '111122223333', GroupList: ['ops'], UserPolicyList: [] },
      { UserName: 'cut' },
    ]);
    expect(part.users?.[1]?.UserPolicyList).toBeUndefined();
    expect(part.groups).toMatchObject([{ GroupName: 'ops', GroupPolicyList: [{ PolicyName: 'x' }] }]);
  });

  it('brings roles, their policies, the profiles that hold them and the versions in force', () => {
    const { part } = read('iam:GetAccountAuthorizationDetails', output);
    expect(part.roles).toMatchObject([{ RoleName: 'app', details: 'full' }]);
    expect(part.rolePolicies).toMatchObject([
      { RoleName: 'app', AttachedPolicies: [{ PolicyName: 'A' }], InlinePolicyNames: ['inline'] },
    ]);
    expect(part.instanceProfiles?.map((profile) => profile.Roles?.length)).toEqual([1, 0]);
    expect(part.managedPolicies).toMatchObject([
      { PolicyName: 'A', VersionId: 'v2', Document: { old: false } },
    ]);
  });

  it('does not prove the absence of roles when a filter left them out, or a page is missing', () => {
    const call = 'iam:GetAccountAuthorizationDetails';
    expect(read(call, output, '--filter User Group').partial).toContain('--filter');
    expect(read(call, output, '--filter Role').partial).toBeUndefined();
    expect(read(call, { ...output, IsTruncated: true }).partial).toBe('IsTruncated is true');
  });
});

describe('policies of a role', () => {
  it('an unreadable entry makes the list not supplied, never shorter', () => {
    const reading = read(
      'iam:ListAttachedRolePolicies',
      { AttachedPolicies: [{ PolicyName: 'x' }] },
      '--role-name r',
    );
    expect(reading).toMatchObject({ supplied: false, part: {} });
  });

  it('iam get-policy-version keeps the document as it came', () => {
    const reading = read(
      'iam:GetPolicyVersion',
      { PolicyVersion: { VersionId: 'v1', IsDefaultVersion: true, Document: '{&#34;a&#34;:1}' } },
      '--policy-arn arn:aws:iam::1:policy/x/P',
    );
    expect(reading.part.managedPolicies).toMatchObject([
      {
        PolicyName: 'P',
        PolicyArn: 'arn:aws:iam::1:policy/x/P',
        Document: '{&#34;a&#34;:1}',
        IsDefaultVersion: true,
      },
    ]);
  });
});

describe('what launches instances', () => {
  it('launch template versions name a profile by name, ARN, or not at all', () => {
    const { part } = read('ec2:DescribeLaunchTemplateVersions', {
      LaunchTemplateVersions: [
        version({ IamInstanceProfile: { Name: 'p' } }),
        version({ IamInstanceProfile: { Arn: 'arn:p' } }),
        version({}),
      ],
    });
    expect(part.launchTemplateVersions?.map((each) => each.IamInstanceProfile)).toEqual([
      { Name: 'p' },
      { Arn: 'arn:p' },
      undefined,
    ]);
  });

  it('launch templates tell default and latest', () => {
    const LaunchTemplates = [{ LaunchTemplateId: 'lt-1', DefaultVersionNumber: 2, LatestVersionNumber: 5 }];
    expect(read('ec2:DescribeLaunchTemplates', { LaunchTemplates }).part.launchTemplates).toMatchObject(
      LaunchTemplates,
    );
  });

  it('groups refer to their own template, or to those of a mixed-instances policy and its overrides', () => {
    const { part } = read('autoscaling:DescribeAutoScalingGroups', {
      AutoScalingGroups: [
        {
          AutoScalingGroupName: 'g',
          AvailabilityZones: ['eu-west-1a'],
          Instances: [{ InstanceId: 'i-1' }],
          MixedInstancesPolicy: {
            LaunchTemplate: {
              LaunchTemplateSpecification: { LaunchTemplateId: 'lt-1', Version: '$Latest' },
              Overrides: [
                { InstanceType: 'm5.large' },
                { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-2' } },
              ],
            },
          },
        },
      ],
    });
    expect(part.autoScalingGroups).toMatchObject([
      {
        region: 'eu-west-1',
        InstanceIds: ['i-1'],
        LaunchTemplates: [{ LaunchTemplateId: 'lt-1', Version: '$Latest' }, { LaunchTemplateId: 'lt-2' }],
      },
    ]);
  });

  it('launch configurations name a profile; an empty name is none', () => {
    const { part } = read('autoscaling:DescribeLaunchConfigurations', {
      LaunchConfigurations: [
        { LaunchConfigurationName: 'a', IamInstanceProfile: 'p' },
        { LaunchConfigurationName: 'b', IamInstanceProfile: '' },
      ],
    });
    expect(part.launchConfigurations?.map((each) => each.IamInstanceProfile)).toEqual(['p', undefined]);
  });

  it('Elastic Beanstalk environments name it in one option among many', () => {
    const reading = read('elasticbeanstalk:DescribeConfigurationSettings', {
      ConfigurationSettings: [
        {
          ApplicationName: 'shop',
          EnvironmentName: 'shop-prod',
          PlatformArn: 'arn:aws:elasticbeanstalk:us-east-2::platform/x/1',
          OptionSettings: [
            { Namespace: 'aws:autoscaling:asg', OptionName: 'MaxSize', Value: '4' },
            {
              Namespace: 'aws:autoscaling:launchconfiguration',
              OptionName: 'IamInstanceProfile',
              Value: 'p',
            },
          ],
        },
      ],
    });
    expect(reading.part.environments).toMatchObject([
      { EnvironmentName: 'shop-prod', region: 'us-east-2', IamInstanceProfile: 'p' },
    ]);
  });
});

describe('the account', () => {
  it('sts get-caller-identity: who read it, unless it is a host that speaks', () => {
    const person = read('sts:GetCallerIdentity', identity('AROA1:anna'));
    expect(person.part.accounts).toMatchObject([{ partition: 'aws-cn', callerArn: expect.any(String) }]);
    const host = read('sts:GetCallerIdentity', identity('AROA1:i-0123456789abcdef0'));
    expect(host.part.accounts?.[0]?.callerArn).toBeUndefined();
    expect(host.part.statements).toMatchObject([
      { kind: 'caller-identity', UserId: 'AROA1:i-0123456789abcdef0' },
    ]);
  });

  it('iam list-account-aliases, iam get-account-summary, ssm get-service-setting, ec2 describe-regions', () => {
    expect(read('iam:ListAccountAliases', { AccountAliases: ['acme'] }).part.accounts).toMatchObject([
      { alias: 'acme' },
    ]);
    expect(
      read('iam:GetAccountSummary', { SummaryMap: { Roles: 5, Odd: 'x' } }).part.accountSummaries,
    ).toMatchObject([{ SummaryMap: { Roles: 5 } }]);
    const setting = {
      SettingId: '/s',
      SettingValue: '$None',
      ARN: 'arn:aws:ssm:eu-west-1:444455556666:servicesetting/s',
    };
    expect(read('ssm:GetServiceSetting', { ServiceSetting: setting }).part.serviceSettings).toMatchObject([
      { SettingValue: '$None', region: 'eu-west-1', accountId: '444455556666' },
    ]);
    const region = { RegionName: 'eu-south-1', OptInStatus: 'not-opted-in' };
    expect(read('ec2:DescribeRegions', { Regions: [region] }).part.regions).toMatchObject([region]);
  });
});
