import { describe, expect, it } from 'vitest';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toAccountId, toRegion } from '../inventory/ids.ts';
import type { ReadRequest } from './live-calls.ts';
import { type PlanInput, planReads } from './plan-reads.ts';

const ACCOUNT = toAccountId('111122223333');

/** Ends of reads, by `call` or `call region`. */
function plan(
  ends: Readonly<Record<string, Pick<CoverageEntry, 'status' | 'records' | 'reason'>>>,
  changes: Partial<PlanInput> = {},
) {
  const endOf = ({ call, region }: ReadRequest): CoverageEntry | undefined => {
    const end = ends[region === undefined ? call : `${call} ${region}`];
    return end && { call, accountId: ACCOUNT, region, requests: 1, ...end };
  };
  const input: PlanInput = {
    accountId: ACCOUNT,
    startRegion: toRegion('eu-west-1'),
    regions: ['ap-south-1', 'eu-west-1', 'us-east-1'].map(toRegion),
    endOf,
    partsOf: () => [],
    askedPolicies: [],
    askedRoles: [],
    askedProfiles: [],
    allPolicies: false,
    ...changes,
  };
  const { requests, settled } = planReads(input);
  return { requests: requests.map(textOf), settled };
}

function textOf({ call, region, resource }: ReadRequest): string {
  return [call, region, resource].filter(Boolean).join(' ');
}

const COMPLETE = { status: 'complete', records: 3 } as const;
const EMPTY = { status: 'complete', records: 0 } as const;
const DENIED = {
  status: 'denied',
  records: 0,
  reason: { kind: 'denied', permission: 'ec2:DescribeRegions', by: 'unknown' },
} as const;
const REGIONS = { 'ec2:DescribeRegions': COMPLETE };

describe('the reads that are planned', () => {
  it('are the regions and the account at first', () => {
    expect(plan({}).requests).toEqual(['ec2:DescribeRegions', 'iam:ListInstanceProfiles', 'iam:ListRoles']);
  });

  it('are the instances of every region next, the start region first', () => {
    const regional = plan(REGIONS).requests.filter((text) => text.startsWith('ec2:DescribeInstances'));
    expect(regional).toEqual([
      'ec2:DescribeInstances eu-west-1',
      'ec2:DescribeInstances ap-south-1',
      'ec2:DescribeInstances us-east-1',
    ]);
  });

  it('ask for associations only where there are instances, and for versions only where there are templates', () => {
    const { requests, settled } = plan({
      ...REGIONS,
      'ec2:DescribeInstances eu-west-1': COMPLETE,
      'ec2:DescribeInstances us-east-1': EMPTY,
      'ec2:DescribeLaunchTemplates us-east-1': COMPLETE,
    });
    expect(requests).toContain('ec2:DescribeIamInstanceProfileAssociations eu-west-1');
    expect(requests).not.toContain('ec2:DescribeIamInstanceProfileAssociations us-east-1');
    expect(requests).not.toContain('ec2:DescribeIamInstanceProfileAssociations ap-south-1');
    expect(requests).toContain('ec2:DescribeLaunchTemplateVersions us-east-1');
    const associations = settled.filter(
      (entry) => entry.call === 'ec2:DescribeIamInstanceProfileAssociations',
    );
    expect(associations).toMatchObject([
      { region: 'us-east-1', status: 'complete', requests: 0, records: 0 },
      { region: 'ap-south-1', status: 'not-asked', reason: { kind: 'running' } },
    ]);
  });

  it('ask for associations where the instances may not be seen', () => {
    const { requests } = plan({ ...REGIONS, 'ec2:DescribeInstances eu-west-1': DENIED });
    expect(requests).toContain('ec2:DescribeIamInstanceProfileAssociations eu-west-1');
  });

  it('hold to the configured regions, and do not count the others as empty', () => {
    const { requests, settled } = plan(REGIONS, { onlyRegions: ['us-east-1', 'mars-1'] });
    expect(requests.filter((text) => text.startsWith('ec2:DescribeInstances'))).toEqual([
      'ec2:DescribeInstances us-east-1',
    ]);
    expect(settled).toContainEqual(
      expect.objectContaining({ call: 'ec2:DescribeInstances', region: 'ap-south-1', status: 'not-asked' }),
    );
  });

  it('fall back to the start region where the list of regions is denied, and do not take it for all', () => {
    const { requests, settled } = plan({ 'ec2:DescribeRegions': DENIED }, { regions: [] });
    expect(requests.filter((text) => text.startsWith('ec2:DescribeInstances'))).toEqual([
      'ec2:DescribeInstances eu-west-1',
    ]);
    const rest = settled.filter((entry) => entry.call === 'ec2:DescribeInstances');
    expect(rest).toMatchObject([{ status: 'not-asked', reason: DENIED.reason }]);
    expect(rest[0]).not.toHaveProperty('region');
  });

  it('read policies, roles and profiles only when asked', () => {
    expect(plan({}).settled).toMatchObject([
      { call: 'iam:GetAccountAuthorizationDetails', status: 'not-asked' },
    ]);
    const asked = plan({}, { askedRoles: ['r'], askedProfiles: ['p'], allPolicies: true });
    expect(asked.requests.slice(3)).toEqual([
      'iam:GetRole r',
      'iam:GetInstanceProfile p',
      'iam:GetAccountAuthorizationDetails',
    ]);
    expect(asked.settled).toEqual([]);
  });
});
