import { describe, expect, test } from 'vitest';
import { toAccountId, toArn, toInstanceId, toIsoTime, toRegion, toRoleId } from './ids.ts';
import { emptyInventory, type Inventory } from './inventory.ts';
import { addPart, mergeInventories } from './merge.ts';
import type { InstanceRecord, RolePoliciesRecord, RoleRecord } from './records.ts';

const ACCOUNT = toAccountId('111122223333');
const EARLY = toIsoTime('2026-01-01T00:00:00Z');
const LATE = toIsoTime('2026-01-02T00:00:00Z');

function instance(id: string, more: Partial<InstanceRecord> = {}): InstanceRecord {
  return {
    origin: { call: 'ec2:DescribeInstances', label: 'a.json', readAt: EARLY },
    accountId: ACCOUNT,
    InstanceId: toInstanceId(id),
    Ipv6Addresses: [],
    ...more,
  };
}

function role(more: Partial<RoleRecord> = {}): RoleRecord {
  return {
    origin: { call: 'iam:ListRoles', label: 'a.json' },
    accountId: ACCOUNT,
    RoleName: 'app',
    RoleId: toRoleId('AROA1'),
    Arn: toArn('arn:aws:iam::111122223333:role/app'),
    details: 'listed',
    ...more,
  };
}

function files(part: Partial<Inventory>): Inventory {
  return { ...emptyInventory('files'), ...part };
}

function ids(inventory: Inventory) {
  return inventory.instances.map((each) => each.InstanceId);
}

describe('overlapping reads', () => {
  test('make one instance of two, the newest, in whatever order they come', () => {
    const origin = { call: 'ec2:DescribeInstances', label: 'b.json', readAt: LATE } as const;
    const old = files({ instances: [instance('i-1', { State: 'running' })] });
    const fresh = files({ instances: [instance('i-1', { State: 'stopped', origin }), instance('i-2')] });
    for (const parts of [
      [old, fresh],
      [fresh, old],
    ]) {
      const { instances } = mergeInventories(parts);
      expect(instances).toHaveLength(2);
      expect(instances.find((each) => each.InstanceId === 'i-1')?.State).toBe('stopped');
    }
  });

  test('of two accounts stay apart', () => {
    const other = instance('i-1', { accountId: toAccountId('444455556666') });
    expect(mergeInventories([files({ instances: [instance('i-1'), other] })]).instances).toHaveLength(2);
  });

  test('keep what each call alone tells of a role', () => {
    const full = role({
      origin: { call: 'iam:GetRole', label: 'b.json' },
      details: 'full',
      Description: 'x',
    });
    const merged = mergeInventories([files({ roles: [role()] }), files({ roles: [full, role()] })]);
    expect(merged.roles.map((each) => each.details)).toEqual(['listed', 'full']);
  });

  test('put the policies of a role together', () => {
    const base = { accountId: ACCOUNT, RoleName: 'app' };
    const attached: RolePoliciesRecord = {
      ...base,
      origin: { call: 'iam:ListAttachedRolePolicies', label: 'a' },
      AttachedPolicies: [],
    };
    const inline = (PolicyName: string): RolePoliciesRecord => ({
      ...base,
      origin: { call: 'iam:GetRolePolicy', label: 'a' },
      InlinePolicies: [{ PolicyName, PolicyDocument: {} }],
    });
    const merged = mergeInventories([
      files({ rolePolicies: [inline('z'), attached] }),
      files({ rolePolicies: [inline('a')] }),
    ]);
    expect(merged.rolePolicies).toHaveLength(1);
    expect(merged.rolePolicies[0]).toMatchObject({
      AttachedPolicies: [],
      InlinePolicies: [{ PolicyName: 'a' }, { PolicyName: 'z' }],
    });
  });
});

describe('a read in pages', () => {
  const call = 'ec2:DescribeInstances';
  const entry = { call, accountId: ACCOUNT, region: toRegion('eu-west-1'), requests: 1, records: 1 } as const;

  test('adds records, replaces its coverage, and leaves the former inventory as it was', () => {
    const first = addPart(emptyInventory('live'), {
      instances: [instance('i-1')],
      coverage: [{ ...entry, status: 'partial', reason: { kind: 'running' } }],
    });
    const second = addPart(first, {
      instances: [instance('i-2')],
      coverage: [{ ...entry, status: 'complete' }],
    });
    expect(first.instances).toHaveLength(1);
    expect(first.coverage[0]?.status).toBe('partial');
    expect(second.instances).toHaveLength(2);
    expect(second.coverage.map((each) => each.status)).toEqual(['complete']);
  });

  test('may branch from one inventory into two', () => {
    const start = addPart(emptyInventory('live'), { instances: [instance('i-1')] });
    const left = addPart(start, { instances: [instance('i-2')] });
    const right = addPart(start, { instances: [instance('i-2'), instance('i-3'), instance('i-1')] });
    expect(ids(left)).toEqual(['i-1', 'i-2']);
    expect(ids(right)).toEqual(['i-1', 'i-2', 'i-3']);
    expect(ids(addPart(left, { instances: [instance('i-2'), instance('i-4')] }))).toEqual([
      'i-1',
      'i-2',
      'i-4',
    ]);
  });

  test('leaves lists it does not touch as they are', () => {
    const before = addPart(emptyInventory('live'), { roles: [role()] });
    expect(addPart(before, { instances: [instance('i-1')] }).roles).toBe(before.roles);
  });
});

describe('the whole', () => {
  test('is as new as its newest part', () => {
    expect(mergeInventories([files({ readAt: LATE }), files({ readAt: EARLY }), files({})]).readAt).toBe(
      LATE,
    );
  });

  test.each([
    [['live', 'live'], 'live'],
    [['live', 'files'], 'files'],
    [['files', 'sample'], 'sample'],
    [[], 'files'],
  ] as const)('of %j counts as %s', (kinds, kind) => {
    expect(mergeInventories(kinds.map(emptyInventory)).kind).toBe(kind);
  });
});

test('what holds a redacted part is said to be redacted as a whole', () => {
  const some = files({ redacted: ['tags', 'accounts'] });
  expect(mergeInventories([files({}), some, files({ redacted: ['ids'] })]).redacted).toEqual([
    'accounts',
    'ids',
    'tags',
  ]);
  expect(mergeInventories([files({}), files({})])).not.toHaveProperty('redacted');
});
