import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { type Arn, toArn } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type {
  AutoScalingGroupRecord,
  LaunchTemplateVersionRecord,
  ProfileReference,
  RolePoliciesRecord,
} from '../inventory/records.ts';
import { buildGraph } from './build-graph.ts';
import { listChains } from './chains.ts';
import type { GraphEdge } from './graph.ts';
import {
  ACCOUNT,
  coverage,
  inventoryOf,
  OTHER_ACCOUNT,
  originOf,
  profile,
  profileArn,
  REGION,
  role,
  roleArn,
} from './records.test-data.ts';

const LISTED = [coverage('iam:ListInstanceProfiles')];
const REGIONAL = { accountId: ACCOUNT, region: REGION };

function version(
  number: number,
  uses: ProfileReference | undefined,
  more: Partial<LaunchTemplateVersionRecord> = {},
): LaunchTemplateVersionRecord {
  return {
    ...REGIONAL,
    origin: originOf('ec2:DescribeLaunchTemplateVersions'),
    LaunchTemplateId: 'lt-1',
    LaunchTemplateName: 'web-lt',
    VersionNumber: number,
    IamInstanceProfile: uses,
    ...more,
  };
}

function group(more: Partial<AutoScalingGroupRecord>): AutoScalingGroupRecord {
  return {
    ...REGIONAL,
    origin: originOf('autoscaling:DescribeAutoScalingGroups'),
    AutoScalingGroupName: 'asg',
    LaunchTemplates: [],
    InstanceIds: [],
    ...more,
  };
}

/** The inline policy of a role `launcher` as one call gives it. */
function policyOf(statement: { readonly [key: string]: JsonValue }): readonly RolePoliciesRecord[] {
  return [
    {
      origin: originOf('iam:GetRolePolicy'),
      accountId: ACCOUNT,
      RoleName: 'launcher',
      InlinePolicies: [
        { PolicyName: 'main', PolicyDocument: { Statement: [{ Effect: 'Allow', ...statement }] } },
      ],
    },
  ];
}

function passedTo(service: string, resource: Arn) {
  const Condition = { StringEquals: { 'iam:PassedToService': service } };
  return policyOf({ Action: 'iam:PassRole', Resource: resource, Condition });
}

function links(part: InventoryPart, kind: GraphEdge['kind']) {
  const graph = buildGraph(inventoryOf(part));
  return graph.edges
    .filter((each) => each.kind === kind)
    .map((each) => ({ ...each, source: graph.nodes.get(each.from), target: graph.nodes.get(each.to) }));
}

function names(part: InventoryPart) {
  return links(part, 'names');
}

describe('a launch template names its profile', () => {
  const instanceProfiles = [profile('app', [role('app')])];

  test.each<[string, ProfileReference, string]>([
    ['by name', { Name: 'app' }, 'name'],
    ['by ARN', { Arn: profileArn('app') }, 'arn'],
  ])('%s', (_, uses, joinedBy) => {
    const [edge] = names({ launchTemplateVersions: [version(1, uses)], instanceProfiles });
    expect(edge).toMatchObject({ status: 'confirmed', joinedBy, target: { name: 'app' } });
  });

  test('that is missing only if the list is complete', () => {
    const launchTemplateVersions = [version(1, { Name: 'gone' })];
    expect(names({ launchTemplateVersions, coverage: LISTED })[0]).toMatchObject({ status: 'broken' });
    expect(names({ launchTemplateVersions })[0]).toMatchObject({ status: 'unknown' });
  });

  test('in other letters, which may or may not work', () => {
    const [edge] = names({
      launchTemplateVersions: [version(1, { Name: 'APP' })],
      instanceProfiles,
      coverage: LISTED,
    });
    expect(edge).toMatchObject({ status: 'unknown', target: { name: 'app' } });
  });

  test('and never a role, whatever was read', () => {
    const [edge] = names({
      launchTemplateVersions: [version(1, { Arn: roleArn('app') })],
      roles: [role('app')],
    });
    expect(edge).toMatchObject({
      status: 'broken',
      why: expect.stringContaining('role ARN'),
      target: { kind: 'profile' },
    });
  });

  test('and never one of another account, even if that one was read', () => {
    const foreign = profileArn('shared', OTHER_ACCOUNT);
    const launchTemplateVersions = [version(1, { Arn: foreign })];
    const read = profile('shared', [], { accountId: OTHER_ACCOUNT, Arn: foreign });
    for (const more of [[], [read]]) {
      const [edge] = names({ launchTemplateVersions, instanceProfiles: more });
      const [chain] = listChains(buildGraph(inventoryOf({ launchTemplateVersions, coverage: LISTED })));
      expect(chain).toMatchObject({ status: 'broken' });
      expect(edge).toMatchObject({ status: 'broken', why: expect.stringContaining(OTHER_ACCOUNT) });
    }
  });

  test('of another account is noticed when only the caller tells the own one', () => {
    const said = {
      kind: 'caller-identity',
      label: 'sts get-caller-identity',
      UserId: 'AIDA',
      Account: ACCOUNT,
      Arn: toArn(`arn:aws:iam::${ACCOUNT}:user/x`),
    } as const;
    const [edge] = names({
      launchTemplateVersions: [version(1, { Arn: profileArn('s', OTHER_ACCOUNT) }, { accountId: undefined })],
      statements: [said],
    });
    expect(edge).toMatchObject({ status: 'broken', why: expect.stringContaining(OTHER_ACCOUNT) });
  });

  test('in its default and latest version alone', () => {
    const launchTemplateVersions = [
      version(1, { Name: 'one' }),
      version(2, { Name: 'two' }, { DefaultVersion: true }),
      version(3, { Name: 'three' }),
      version(4, { Name: 'four' }),
    ];
    const edges = names({ launchTemplateVersions });
    expect(edges.map((each) => each.target?.label)).toEqual(['two', 'four']);
    expect(edges[0]?.source).toMatchObject({ isDefault: true, isLatest: false });
  });

  test('also in a version that a group pins', () => {
    const pinned = group({ LaunchTemplates: [{ LaunchTemplateName: 'web-lt', Version: '1' }] });
    const part = {
      launchTemplateVersions: [
        version(1, { Name: 'one' }),
        version(2, { Name: 'two' }, { DefaultVersion: true }),
      ],
      autoScalingGroups: [pinned],
    };
    expect(names(part).map((each) => each.target?.label)).toEqual(['one', 'two']);
    expect(links(part, 'launches')[0]).toMatchObject({
      source: { label: 'asg' },
      target: { label: 'web-lt, version 1' },
    });
  });
});

describe('a launch configuration and an environment', () => {
  test.each<[string, string]>([
    ['a name', 'app'],
    ['an ARN', profileArn('app')],
  ])('name a profile by %s', (_, text) => {
    const launchConfigurations = [
      {
        ...REGIONAL,
        origin: originOf('autoscaling:DescribeLaunchConfigurations'),
        LaunchConfigurationName: 'lc',
        IamInstanceProfile: text,
      },
    ];
    const environments = [
      {
        ...REGIONAL,
        origin: originOf('elasticbeanstalk:DescribeConfigurationSettings'),
        EnvironmentName: 'prod',
        IamInstanceProfile: text,
      },
    ];
    const edges = names({
      launchConfigurations,
      environments,
      instanceProfiles: [profile('app', [role('app')])],
    });
    expect(edges.map((each) => [each.source?.kind, each.status])).toEqual([
      ['environment', 'confirmed'],
      ['launch-configuration', 'confirmed'],
    ]);
  });

  test('a list of profiles that names no account speaks for the only one there is', () => {
    const environments = [
      {
        origin: originOf('elasticbeanstalk:DescribeConfigurationSettings'),
        IamInstanceProfile: 'eb-ec2-role',
      },
    ];
    const nameless = [coverage('iam:ListInstanceProfiles', 'complete', { accountId: undefined })];
    expect(names({ environments, coverage: nameless })[0]).toMatchObject({ status: 'broken' });
  });
});

describe('passing a role', () => {
  const ROLE = roleArn('reader');

  test('a decoded refusal draws the launcher and the role, read or not', () => {
    const statements = [
      {
        kind: 'decoded-authorization',
        label: 'decoded',
        allowed: false,
        explicitDeny: false,
        principalArn: toArn(`arn:aws:iam::${ACCOUNT}:user/launcher`),
        action: 'iam:PassRole',
        resource: ROLE,
        message: {},
      } as const,
    ];
    const [edge] = links({ statements }, 'passes');
    expect(edge).toMatchObject({
      status: 'broken',
      source: { kind: 'principal', label: 'launcher' },
      target: { kind: 'role', name: 'reader', ghost: { kind: 'not-loaded' } },
    });
  });

  test('a refusal in plain text finds the role behind a session', () => {
    const text = `User: arn:aws:sts::${ACCOUNT}:assumed-role/deployer/me is not authorized to perform: iam:PassRole on resource: ${ROLE} because no identity-based policy allows it`;
    const statements = [{ kind: 'error', label: 'x', command: 'ec2 run-instances', text } as const];
    const [edge] = links({ statements, roles: [role('deployer'), role('reader')] }, 'passes');
    expect(edge).toMatchObject({
      status: 'broken',
      source: { kind: 'role', name: 'deployer' },
      target: { name: 'reader' },
    });
  });

  test.each([
    ['ec2.amazonaws.com', 'aws', 'confirmed'],
    ['ecs-tasks.amazonaws.com', 'aws', 'broken'],
    ['ec2.amazonaws.com', 'aws-cn', 'unknown'],
    ['ec2.amazonaws.com.cn', 'aws-cn', 'unknown'],
  ])('to %s in %s is %s', (service, partition, status) => {
    const rolePolicies = passedTo(service, roleArn('node', ACCOUNT, partition));
    expect(links({ rolePolicies }, 'passes')[0]).toMatchObject({ status, source: { label: 'launcher' } });
  });

  test('a launcher that may pass no role cannot use the profile', () => {
    const part = {
      rolePolicies: policyOf({ Action: 'ec2:RunInstances', Resource: '*' }),
      instanceProfiles: [profile('app', [role('app')])],
    };
    expect(links(part, 'passes')[0]).toMatchObject({ status: 'broken', target: { name: 'app' } });
  });
});

test('accounts with quotas, regions that are not enabled and policies have nodes of their own', () => {
  const graph = buildGraph(
    inventoryOf({
      accountSummaries: [{ origin: originOf('iam:GetAccountSummary'), accountId: ACCOUNT, SummaryMap: {} }],
      managedPolicies: [{ origin: originOf('iam:GetPolicyVersion'), VersionId: 'v1', Document: '{}' }],
      coverage: [
        coverage('ec2:DescribeInstances', 'failed', {
          region: REGION,
          reason: { kind: 'region-not-enabled' },
        }),
      ],
    }),
  );
  expect([...graph.nodes.values()].map((node) => node.kind).sort()).toEqual(['account', 'policy', 'region']);
});
