import { describe, expect, test } from 'vitest';
import { toRegion } from '../inventory/ids.ts';
import { coverageIndex } from './coverage-index.ts';
import { ACCOUNT, coverage, OTHER_ACCOUNT } from './records.test-data.ts';

const EU = { region: toRegion('eu-west-1') };
const US = { region: toRegion('us-east-1') };

function regions(...names: string[]) {
  return { regionsOf: () => names };
}

describe('an absence proves something', () => {
  test('only where the call was read to its end', () => {
    const index = coverageIndex([coverage('iam:ListRoles'), coverage('iam:ListInstanceProfiles', 'partial')]);
    expect(index.of('iam:ListRoles', { accountId: ACCOUNT }).complete).toBe(true);
    expect(index.of('iam:ListInstanceProfiles', { accountId: ACCOUNT })).toMatchObject({
      complete: false,
      worst: { status: 'partial' },
    });
    expect(index.of('iam:GetRole', { accountId: ACCOUNT })).toEqual({ complete: false, call: 'iam:GetRole' });
  });

  test('in its own account', () => {
    const index = coverageIndex([coverage('iam:ListRoles', 'complete', { accountId: OTHER_ACCOUNT })]);
    expect(index.of('iam:ListRoles', { accountId: ACCOUNT }).complete).toBe(false);
    expect(index.of('iam:ListRoles', { accountId: OTHER_ACCOUNT }).complete).toBe(true);
  });

  test('in any account that a nameless list may speak for', () => {
    const nameless = coverage('iam:ListRoles', 'complete', { accountId: undefined });
    expect(coverageIndex([nameless]).of('iam:ListRoles', { accountId: ACCOUNT }).complete).toBe(true);
    const spoken = coverageIndex([nameless], { accountsOf: () => new Set([OTHER_ACCOUNT]) });
    expect(spoken.of('iam:ListRoles', { accountId: ACCOUNT }).complete).toBe(false);
  });

  test('in every region when no region is asked for', () => {
    const call = 'ec2:DescribeInstances';
    const index = coverageIndex([coverage(call, 'complete', EU), coverage(call, 'denied', US)]);
    expect(index.of(call, { accountId: ACCOUNT, ...EU }).complete).toBe(true);
    expect(index.of(call, { accountId: ACCOUNT })).toMatchObject({ worst: { status: 'denied', ...US } });
  });

  test('in every region that another call has shown to exist', () => {
    const index = coverageIndex([
      coverage('ec2:DescribeInstances', 'complete', EU),
      coverage('ec2:DescribeLaunchTemplates', 'complete', EU),
      coverage('ec2:DescribeLaunchTemplates', 'complete', US),
    ]);
    expect(index.of('ec2:DescribeInstances', { accountId: ACCOUNT })).toEqual({
      complete: false,
      call: 'ec2:DescribeInstances',
    });
    expect(index.of('ec2:DescribeLaunchTemplates', { accountId: ACCOUNT }).complete).toBe(true);
  });

  test('where a file that names no region stands for one region', () => {
    const call = 'ec2:DescribeInstances';
    const file = [coverage(call)];
    expect(coverageIndex(file).of(call, { accountId: ACCOUNT }).complete).toBe(true);
    expect(coverageIndex(file, regions('eu-west-1')).of(call, { accountId: ACCOUNT }).complete).toBe(true);
    expect(coverageIndex(file, regions('eu-west-1', 'x')).of(call, { accountId: ACCOUNT }).complete).toBe(
      false,
    );
  });

  test('without the regions that are not enabled, unless they are asked for', () => {
    const call = 'ec2:DescribeInstances';
    const off = coverage(call, 'failed', { ...US, reason: { kind: 'region-not-enabled' } });
    const index = coverageIndex([coverage(call, 'complete', EU), off]);
    expect(index.of(call, { accountId: ACCOUNT }).complete).toBe(true);
    expect(index.of(call, { accountId: ACCOUNT, ...US }).complete).toBe(false);
    expect(coverageIndex([off]).of(call, { accountId: ACCOUNT }).complete).toBe(false);
  });

  test('of the one resource that was asked for', () => {
    const index = coverageIndex([
      coverage('iam:GetRole', 'complete', { resource: 'a' }),
      coverage('iam:GetRole', 'failed', { resource: 'b' }),
    ]);
    expect(index.of('iam:GetRole', { resource: 'a' }).complete).toBe(true);
    expect(index.of('iam:GetRole', { resource: 'b' }).complete).toBe(false);
    expect(index.of('iam:GetRole', { resource: 'c' }).complete).toBe(false);
  });
});
