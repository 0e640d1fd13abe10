import { describe, expect, test } from 'vitest';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toRegion } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import { buildGraph } from './build-graph.ts';
import { chainOf } from './chain-of.ts';
import { listChains } from './chains.ts';
import {
  ACCOUNT,
  association,
  coverage,
  FULLY_READ,
  instance,
  inventoryOf,
  LAMBDA_TRUST,
  originOf,
  profile,
  profileArn,
  REGION,
  reference,
  role,
} from './records.test-data.ts';

function chainsOf(part: InventoryPart) {
  return listChains(buildGraph(inventoryOf(part)));
}

function only(part: InventoryPart) {
  const chains = chainsOf(part);
  expect(chains).toHaveLength(1);
  return chains[0];
}

function without(call: CoverageEntry['call']): readonly CoverageEntry[] {
  return FULLY_READ.filter((entry) => entry.call !== call);
}

describe('an instance', () => {
  const instanceProfiles = [profile('app', [role('s3')])];

  test('works through a confirmed profile and a role that trusts EC2', () => {
    const chain = only({ instances: [instance('i-1', reference('app'))], instanceProfiles });
    expect(chain).toMatchObject({ status: 'works', namesDiffer: true, region: REGION, accountId: ACCOUNT });
    expect(chain?.edges).toHaveLength(2);
    expect(chain?.id).toBe(chain?.instance);
  });

  test('without a profile has none, which is no fault', () => {
    expect(only({ instances: [instance('i-1')] })).toMatchObject({ status: 'no-profile' });
    expect(only({ instances: [instance('i-1', {})] })).toMatchObject({ status: 'no-profile' });
  });

  test('known by a finished association alone is not read, rather than without profile', () => {
    const associations = [association('i-1', reference('app'), 'disassociated')];
    expect(only({ associations })).toMatchObject({ status: 'unknown' });
  });

  test.each([
    ['the profile is empty', [profile('app', [])], 'broken'],
    [
      'the role trusts another service',
      [profile('app', [role('r', { AssumeRolePolicyDocument: LAMBDA_TRUST })])],
      'broken',
    ],
    [
      'the trust was not supplied',
      [profile('app', [role('r', { AssumeRolePolicyDocument: undefined })])],
      'unknown',
    ],
    ['the role was not supplied', [profile('app', undefined)], 'unknown'],
  ])('when %s', (_, profiles, status) => {
    const chain = only({ instances: [instance('i-1', reference('app'))], instanceProfiles: profiles });
    expect(chain).toMatchObject({ status, why: expect.any(String) });
  });

  test('in a swap is one chain, through the profile it states itself', () => {
    const part = {
      instances: [instance('i-1', reference('app'))],
      associations: [
        association('i-1', reference('app'), 'disassociating', 'a'),
        association('i-1', reference('new'), 'associating', 'b'),
      ],
      instanceProfiles: [...instanceProfiles, profile('new', [role('new')])],
    };
    const chain = only(part);
    expect(chain).toMatchObject({ status: 'changing' });
    expect(chain?.profile).toContain('app');
  });

  test.each(['terminated', 'shutting-down'])('that is %s is never called broken', (State) => {
    const gone = instance('i-1', reference('gone'), { State });
    const empty = instance('i-2', reference('app'), { State });
    const chains = chainsOf({
      instances: [gone, empty],
      instanceProfiles: [profile('app', [])],
      coverage: FULLY_READ,
    });
    expect(chains.filter((chain) => chain.instance).map((chain) => chain.status)).toEqual([
      'unknown',
      'unknown',
    ]);
  });
});

describe('a profile that no instance uses', () => {
  const instanceProfiles = [profile('app', [role('app')])];

  test('is unused when all that might use it was read', () => {
    expect(only({ instanceProfiles, coverage: FULLY_READ })).toMatchObject({ status: 'unused' });
  });

  test.each([
    'ec2:DescribeInstances',
    'ec2:DescribeLaunchTemplateVersions',
    'autoscaling:DescribeLaunchConfigurations',
  ] as const)('is not called unused while %s was not read', (call) => {
    expect(only({ instanceProfiles, coverage: without(call) })).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining(call),
    });
  });

  test('is not called unused while one region is denied or never read', () => {
    const elsewhere = { region: toRegion('us-east-1') };
    const denied = coverage('ec2:DescribeInstances', 'denied', elsewhere);
    expect(only({ instanceProfiles, coverage: [...FULLY_READ, denied] })).toMatchObject({
      status: 'unknown',
    });
    const regions = [
      { origin: originOf('ec2:DescribeRegions'), accountId: ACCOUNT, RegionName: REGION },
      { origin: originOf('ec2:DescribeRegions'), accountId: ACCOUNT, RegionName: elsewhere.region },
    ];
    expect(only({ instanceProfiles, regions, coverage: FULLY_READ })).toMatchObject({ status: 'unknown' });
  });

  test('is unused although a region is not enabled, for nothing runs there', () => {
    const skipped = coverage('ec2:DescribeInstances', 'failed', {
      region: toRegion('eu-south-1'),
      reason: { kind: 'region-not-enabled' },
    });
    expect(only({ instanceProfiles, coverage: [...FULLY_READ, skipped] })).toMatchObject({
      status: 'unused',
    });
  });

  test('is in use when a launch template names it', () => {
    const launchTemplateVersions = [
      {
        origin: originOf('ec2:DescribeLaunchTemplateVersions'),
        accountId: ACCOUNT,
        region: REGION,
        LaunchTemplateId: 'lt-1',
        VersionNumber: 1,
        IamInstanceProfile: { Arn: profileArn('app') },
      },
    ];
    const chain = only({ instanceProfiles, launchTemplateVersions, coverage: FULLY_READ });
    expect(chain).toMatchObject({ status: 'works' });
  });

  test('or that only a terminated one uses is unused', () => {
    const over = instance('i-1', reference('app'), { State: 'terminated' });
    const gone = instance('i-2', reference('gone'), { State: 'terminated' });
    const chains = chainsOf({ instances: [over, gone], instanceProfiles, coverage: FULLY_READ });
    expect(chains.map((chain) => chain.status)).toEqual(['unknown', 'unknown', 'unused']);
  });

  test('and is empty is broken, used or not', () => {
    expect(only({ instanceProfiles: [profile('app', [])], coverage: FULLY_READ })).toMatchObject({
      status: 'broken',
    });
  });
});

describe('a role in no profile', () => {
  const roles = [role('app')];

  test('is unattached when the list of profiles is complete', () => {
    expect(only({ roles, coverage: FULLY_READ })).toMatchObject({ status: 'unattached' });
  });

  test('is unattached when IAM was asked for its profiles', () => {
    const asked = coverage('iam:ListInstanceProfilesForRole', 'complete', { resource: 'app' });
    expect(only({ roles, coverage: [asked] })).toMatchObject({ status: 'unattached' });
    const other = coverage('iam:ListInstanceProfilesForRole', 'complete', { resource: 'other' });
    expect(only({ roles, coverage: [other] })).toMatchObject({ status: 'unknown' });
  });

  test('is unknown otherwise', () => {
    expect(only({ roles })).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('iam:ListInstanceProfiles'),
    });
  });

  test('makes no chain when it is no business of EC2', () => {
    const linked = role('x', { Path: '/aws-service-role/spot.amazonaws.com/' });
    expect(chainsOf({ roles: [role('fn', { AssumeRolePolicyDocument: LAMBDA_TRUST }), linked] })).toEqual([]);
  });
});

describe('what lights up together', () => {
  const graph = buildGraph(
    inventoryOf({
      instances: [
        instance('i-1', reference('a')),
        instance('i-2', reference('a')),
        instance('i-3', reference('b')),
      ],
      instanceProfiles: [
        profile('a', [role('shared')]),
        profile('b', [role('shared')]),
        profile('c', [role('own')]),
      ],
    }),
  );
  const lit = (label: string) => {
    const start = [...graph.nodes.values()].find((node) => node.label === label);
    const { nodes, edges } = chainOf(graph, start?.id ?? ('' as never));
    return { labels: [...nodes].map((id) => graph.nodes.get(id)?.label).sort(), edges: edges.size };
  };

  test('for a role: all its profiles and their instances', () => {
    expect(lit('shared')).toEqual({ labels: ['a', 'b', 'i-1', 'i-2', 'i-3', 'shared'], edges: 5 });
  });

  test('for a profile: its instances and its role, not the other profile', () => {
    expect(lit('a')).toEqual({ labels: ['a', 'i-1', 'i-2', 'shared'], edges: 3 });
  });

  test('for an instance: its own path alone', () => {
    expect(lit('i-1')).toEqual({ labels: ['a', 'i-1', 'shared'], edges: 2 });
  });

  test('for an id that is not in the graph: nothing', () => {
    expect(lit('nobody')).toEqual({ labels: [], edges: 0 });
  });
});
