import { describe, expect, it } from 'vitest';
import type { CoverageEntry, CoverageReason } from '../../inventory/coverage.ts';
import { toRegion } from '../../inventory/ids.ts';
import { coverageByCall, coverageTotals, unreadRegions } from './coverage-groups.ts';
import { lookOf } from './coverage-status.tsx';
import { reasonWords } from './reason-words.ts';

function entry(part: Partial<CoverageEntry>): CoverageEntry {
  return { call: 'ec2:DescribeInstances', status: 'complete', requests: 1, records: 10, ...part };
}

const denied = entry({
  region: toRegion('ap-south-1'),
  status: 'denied',
  records: 0,
  reason: { kind: 'denied', permission: 'ec2:DescribeInstances', by: 'scp' },
});
const entries = [
  entry({ region: toRegion('us-east-1') }),
  denied,
  entry({ region: toRegion('eu-west-1') }),
  entry({ region: toRegion('me-south-1'), status: 'not-asked', requests: 0, records: 0 }),
  entry({ call: 'iam:ListRoles', status: 'partial', reason: { kind: 'running' } }),
];

describe('Coverage', () => {
  it('groups by call, what is missing apart from what is complete', () => {
    const [instances, roles] = coverageByCall(entries);
    expect(instances).toMatchObject({
      call: 'ec2:DescribeInstances',
      worst: 'denied',
      records: 20,
      requests: 3,
    });
    expect(instances?.complete.map((each) => each.region)).toEqual(['eu-west-1', 'us-east-1']);
    expect(instances?.missing.map((each) => each.entries.map(({ region }) => region))).toEqual([
      ['ap-south-1'],
      ['me-south-1'],
    ]);
    expect(roles?.call).toBe('iam:ListRoles');
  });

  it('says once what many regions lack for the same reason', () => {
    const [call] = coverageByCall([{ ...denied, region: toRegion('eu-south-2') }, ...entries]);
    expect(call?.missing[0]?.entries.map(({ region }) => region)).toEqual(['ap-south-1', 'eu-south-2']);
  });

  it('counts only what was asked, and does not call a running read bad', () => {
    expect(coverageTotals(entries)).toEqual({
      complete: 2,
      asked: 4,
      requests: 4,
      worst: 'denied',
      running: 1,
    });
    expect(coverageTotals(entries.filter((each) => each !== denied)).worst).toBe('complete');
  });

  it('names the regions whose instances did not all come', () => {
    expect(unreadRegions(entries).map(({ region, entry: read }) => [region, read.status])).toEqual([
      ['ap-south-1', 'denied'],
      ['me-south-1', 'not-asked'],
    ]);
  });

  it('calls a region that the account has not enabled neither failed nor missing', () => {
    const quiet = entry({
      region: toRegion('eu-south-1'),
      status: 'failed',
      records: 0,
      reason: { kind: 'region-not-enabled' },
    });
    const whole = entries.filter((each) => each !== denied);
    expect(lookOf(quiet).word).toBe('not enabled');
    expect(coverageTotals([...whole, quiet])).toMatchObject({ complete: 2, asked: 3, worst: 'complete' });
    expect(coverageByCall([entry({}), quiet])[0]?.worst).toBe('complete');
    expect(unreadRegions([denied, { ...quiet, region: denied.region }])[0]?.entry).toBe(denied);
  });

  it('names the missing permission and who withholds it', () => {
    const words = reasonWords(denied);
    expect(words?.permission).toBe('ec2:DescribeInstances');
    expect(words?.why).toContain('service control policy');
  });

  it('names the host that was not reached', () => {
    expect(
      reasonWords(entry({ status: 'failed', reason: { kind: 'unreachable', host: 'iam.example' } }))?.why,
    ).toContain('iam.example');
  });

  it('has a sentence for every reason, and none for a complete read', () => {
    const reasons: readonly CoverageReason[] = [
      { kind: 'region-not-enabled' },
      { kind: 'truncated', how: 'it ends in a token' },
      { kind: 'throttled' },
      { kind: 'credentials-expired' },
      { kind: 'credentials-invalid' },
      { kind: 'clock-skew' },
      { kind: 'cancelled' },
      { kind: 'running' },
      { kind: 'not-supplied' },
      { kind: 'other', code: 'InternalError' },
    ];
    for (const reason of reasons) {
      expect(reasonWords(entry({ status: 'failed', reason }))?.why).toMatch(/\.$/);
    }
    expect(reasonWords(entry({ status: 'partial' }))?.why).toMatch(/\.$/);
    expect(reasonWords(entry({}))).toBeUndefined();
  });

  it('does not call reading complete that was stopped', () => {
    const stopped = entry({
      region: toRegion('me-south-1'),
      status: 'not-asked',
      reason: { kind: 'cancelled' },
      requests: 0,
      records: 0,
    });
    expect(coverageTotals([entry({}), stopped])).toMatchObject({ complete: 1, asked: 2, worst: 'partial' });
    expect(coverageByCall([entry({}), stopped])[0]?.worst).toBe('partial');
    expect(coverageByCall([stopped])[0]?.worst).toBe('not-asked');
  });

  it('does not speak of files where a region was left out of a live read', () => {
    const left = entry({ region: toRegion('me-south-1'), status: 'not-asked', requests: 0, records: 0 });
    expect(reasonWords(left)?.why).toBe('Not among the regions chosen to be read.');
    expect(coverageByCall([entry({}), left])[0]?.worst).toBe('complete');
    expect(coverageByCall([left])[0]?.worst).toBe('not-asked');
  });
});
