import { describe, expect, test } from 'vitest';
import { toAccountId, toArn, toInstanceProfileId, toIsoTime, toRoleId } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import { buildGraph } from './build-graph.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import {
  ACCOUNT,
  association,
  coverage,
  EC2_TRUST,
  instance,
  inventoryOf,
  LAMBDA_TRUST,
  OTHER_ACCOUNT,
  originOf,
  profile,
  profileArn,
  reference,
  role,
  roleArn,
} from './records.test-data.ts';

const LISTED = [coverage('iam:ListInstanceProfiles')];

function graphOf(part: InventoryPart) {
  return buildGraph(inventoryOf(part));
}

function nodesOf(part: InventoryPart, kind: GraphNode['kind']) {
  return [...graphOf(part).nodes.values()].filter((node) => node.kind === kind);
}

function edge(part: InventoryPart, kind: GraphEdge['kind'] = 'uses') {
  const graph = graphOf(part);
  const found = graph.edges.filter((each) => each.kind === kind);
  expect(found).toHaveLength(1);
  const [only] = found;
  if (only === undefined) throw new Error('no edge');
  return { ...only, target: graph.nodes.get(only.to) };
}

describe('an instance is joined to its profile', () => {
  test('by id', () => {
    const joined = edge({
      instances: [instance('i-1', reference('app'))],
      instanceProfiles: [profile('app', [role('app')])],
    });
    expect(joined).toMatchObject({
      status: 'confirmed',
      joinedBy: 'id',
      target: { kind: 'profile', name: 'app' },
    });
  });

  test('by ARN when an emulator gives the id of the association', () => {
    const joined = edge({
      instances: [instance('i-1', reference('app', 'iip-assoc-0123'))],
      instanceProfiles: [profile('app', [role('app')])],
      coverage: LISTED,
    });
    expect(joined).toMatchObject({ status: 'confirmed', joinedBy: 'arn' });
  });

  test('never by name across accounts', () => {
    const there = profile('app', [], { accountId: OTHER_ACCOUNT, Arn: profileArn('app', OTHER_ACCOUNT) });
    const joined = edge({
      instances: [instance('i-1', reference('app', 'AIPA-x'))],
      instanceProfiles: [there],
      coverage: LISTED,
    });
    expect(joined).toMatchObject({ status: 'broken', target: { ghost: { kind: 'gone' } } });
  });

  test('in its own account when an invented id is used in two', () => {
    const graph = graphOf({
      instances: [
        instance('i-1', reference('app', 'AIPA-1')),
        instance('i-1', reference('app', 'AIPA-1', OTHER_ACCOUNT), { accountId: OTHER_ACCOUNT }),
      ],
      instanceProfiles: [ACCOUNT, OTHER_ACCOUNT].map((accountId) =>
        profile('app', [role('app', {}, accountId)], {
          accountId,
          Arn: profileArn('app', accountId),
          InstanceProfileId: toInstanceProfileId('AIPA-1'),
        }),
      ),
    });
    const uses = graph.edges.filter((each) => each.kind === 'uses');
    expect(
      uses.map((each) => [graph.nodes.get(each.from)?.accountId, graph.nodes.get(each.to)?.accountId]),
    ).toEqual([
      [ACCOUNT, ACCOUNT],
      [OTHER_ACCOUNT, OTHER_ACCOUNT],
    ]);
  });

  test('with a path in the ARN', () => {
    const Arn = profileArn('team/a=b/worker');
    const joined = edge({
      instances: [instance('i-1', { Arn })],
      instanceProfiles: [profile('worker', [role('w')], { Arn })],
    });
    expect(joined).toMatchObject({ status: 'confirmed', joinedBy: 'arn' });
  });

  test.each(['XXXXXXXXXXXX', '<account>', '1234567890'])(
    'when the customer masked the account as %s',
    (mask) => {
      const masked = toAccountId(mask);
      const joined = edge({
        instances: [instance('i-1', { Arn: profileArn('app', mask) }, { accountId: masked })],
        instanceProfiles: [
          profile('app', [role('app')], { accountId: undefined, InstanceProfileId: undefined }),
        ],
      });
      expect(joined).toMatchObject({ status: 'confirmed', joinedBy: 'arn' });
    },
  );

  test('when the account is masked in two ways', () => {
    const joined = edge({
      instances: [
        instance('i-1', { Arn: profileArn('app', '<account>') }, { accountId: toAccountId('1234567890') }),
      ],
      instanceProfiles: [
        profile('app', undefined, {
          accountId: toAccountId('XXXXXXXXXXXX'),
          Arn: profileArn('app', 'XXXXXXXXXXXX'),
          InstanceProfileId: undefined,
        }),
      ],
    });
    expect(joined).toMatchObject({ status: 'confirmed' });
  });
});

describe('a profile that is referred to but not listed', () => {
  const instances = [instance('i-1', reference('app', 'AIPA-old'))];

  test('is gone when the list is complete', () => {
    const joined = edge({ instances, instanceProfiles: [profile('other', [])], coverage: LISTED });
    expect(joined).toMatchObject({ status: 'broken', target: { name: 'app', ghost: { kind: 'gone' } } });
  });

  test('was deleted and made again when its ARN is listed under another id', () => {
    const again = profile('app', [role('app')]);
    const graph = graphOf({ instances, instanceProfiles: [again], coverage: LISTED });
    const real = [...graph.nodes.values()].find(
      (node) => node.kind === 'profile' && node.ghost === undefined,
    );
    const [uses] = graph.edges.filter((each) => each.kind === 'uses');
    expect(uses).toMatchObject({ status: 'broken', why: expect.stringContaining('made again') });
    expect(uses && graph.nodes.get(uses.to)?.ghost).toMatchObject({ kind: 'gone', remadeAs: real?.id });
    expect(real && graph.incoming.get(real.id)).toBeUndefined();
  });

  test.each([
    ['denied', 'denied', 'denied'],
    ['partial', 'not-loaded', 'not complete'],
    ['failed', 'not-loaded', 'failed'],
    ['not-asked', 'not-loaded', 'not read'],
  ] as const)('is never called missing when the list was %s', (status, kind, words) => {
    const joined = edge({ instances, coverage: [coverage('iam:ListInstanceProfiles', status)] });
    expect(joined).toMatchObject({ status: 'unknown', why: expect.stringContaining(words) });
    expect(joined.why).toContain('iam:ListInstanceProfiles');
    expect(joined.target?.ghost?.kind).toBe(kind);
  });

  test('is not loaded when nothing says whether the list was read', () => {
    expect(edge({ instances })).toMatchObject({
      status: 'unknown',
      target: { ghost: { kind: 'not-loaded' } },
    });
  });

  test('is gone when IAM itself says that there is no such profile', () => {
    const answer = coverage('iam:GetInstanceProfile', 'failed', {
      resource: 'app',
      reason: { kind: 'other', code: 'NoSuchEntity' },
    });
    const denied = coverage('iam:ListInstanceProfiles', 'denied');
    expect(edge({ instances, coverage: [denied, answer] })).toMatchObject({ status: 'broken' });
  });

  test('is not joined by an id whose ARN says otherwise', () => {
    const joined = edge({
      instances: [instance('i-1', reference('zz', 'AIPA-aa'))],
      instanceProfiles: [profile('aa', [role('aa')])],
      coverage: [coverage('iam:ListInstanceProfiles', 'partial')],
    });
    expect(joined).toMatchObject({
      status: 'unknown',
      target: { name: 'zz', ghost: { kind: 'not-loaded' } },
    });
  });

  test('is not judged by the list of another account', () => {
    const joined = edge({
      instances,
      instanceProfiles: [profile('x', [], { accountId: OTHER_ACCOUNT, Arn: profileArn('x', OTHER_ACCOUNT) })],
      coverage: [coverage('iam:ListInstanceProfiles', 'complete', { accountId: undefined })],
    });
    expect(joined).toMatchObject({ status: 'unknown', target: { ghost: { kind: 'not-loaded' } } });
  });

  test('keeps its node when it turns up later', () => {
    const before = edge({ instances: [instance('i-1', reference('app'))] });
    const after = edge({
      instances: [instance('i-1', reference('app'))],
      instanceProfiles: [profile('app', [])],
    });
    expect(after.to).toBe(before.to);
  });
});

describe('instances', () => {
  test('that are over break no link', () => {
    for (const State of ['terminated', 'shutting-down']) {
      const gone = edge({ instances: [instance('i-1', reference('gone'), { State })], coverage: LISTED });
      expect(gone.status).toBe('unknown');
    }
  });

  test('given twice are one node, and the newest record speaks', () => {
    const old = instance('i-1', undefined, { State: 'running' });
    const origin = { ...old.origin, readAt: toIsoTime('2026-01-02T00:00:00Z') };
    const fresh = instance('i-1', undefined, { State: 'stopped', origin });
    const nodes = nodesOf({ instances: [fresh, old] }, 'instance');
    expect(nodes).toMatchObject([{ record: { State: 'stopped' } }]);
  });

  test('take their name from the Name tag, unless it is blank', () => {
    const named = instance('i-1', undefined, { Tags: [{ Key: 'Name', Value: 'web-1' }] });
    const blank = instance('i-2', undefined, { Tags: [{ Key: 'Name', Value: ' ' }] });
    const labels = nodesOf({ instances: [named, blank] }, 'instance').map((node) => node.label);
    expect(labels).toEqual(['web-1', 'i-2']);
  });

  test('that only an association speaks of are drawn too', () => {
    const joined = edge({
      associations: [association('i-9', reference('app'), 'associated')],
      instanceProfiles: [profile('app', [role('app')])],
    });
    expect(joined).toMatchObject({ status: 'confirmed', statedBy: 'association' });
  });
});

describe('an association on its way', () => {
  const instanceProfiles = [profile('app', [role('app')]), profile('new', [role('new')])];

  test.each(['associating', 'disassociating'])('makes the link changing while it is %s', (state) => {
    const joined = edge({
      instances: [instance('i-1', reference('app'))],
      associations: [association('i-1', reference('app'), state)],
      instanceProfiles,
    });
    expect(joined).toMatchObject({
      status: 'changing',
      why: expect.stringContaining(state),
      statedBy: 'instance',
    });
  });

  test('in a swap draws both links', () => {
    const graph = graphOf({
      instances: [instance('i-1', reference('app'))],
      associations: [
        association('i-1', reference('app'), 'disassociating', 'iip-assoc-1'),
        association('i-1', reference('new'), 'associating', 'iip-assoc-2'),
        association('i-1', reference('gone'), 'disassociated', 'iip-assoc-0'),
      ],
      instanceProfiles,
      coverage: LISTED,
    });
    const uses = graph.edges.filter((each) => each.kind === 'uses');
    expect(uses.map((each) => [graph.nodes.get(each.to)?.label, each.status])).toEqual([
      ['app', 'changing'],
      ['new', 'changing'],
    ]);
  });

  test('that the instance does not show yet is changing', () => {
    const joined = edge({
      instances: [instance('i-1')],
      associations: [association('i-1', reference('app'), 'associated')],
      instanceProfiles,
    });
    expect(joined).toMatchObject({ status: 'changing', statedBy: 'association' });
  });

  test('to a profile that is gone stays broken', () => {
    const joined = edge({
      instances: [instance('i-1', reference('x'))],
      associations: [association('i-1', reference('x'), 'associating')],
      coverage: LISTED,
    });
    expect(joined.status).toBe('broken');
  });
});

describe('a profile and its role', () => {
  test('an empty list is an empty profile', () => {
    const joined = edge({ instanceProfiles: [profile('app', [])] }, 'holds');
    expect(joined).toMatchObject({ status: 'broken', target: { kind: 'role', ghost: { kind: 'empty' } } });
  });

  test('a missing list says nothing', () => {
    const joined = edge({ instanceProfiles: [profile('app', undefined)] }, 'holds');
    expect(joined).toMatchObject({
      status: 'unknown',
      target: { kind: 'role', ghost: { kind: 'not-loaded' } },
    });
  });

  test('may differ in name, letter case included', () => {
    expect(edge({ instanceProfiles: [profile('app', [role('app')])] }, 'holds').namesDiffer).toBe(false);
    expect(edge({ instanceProfiles: [profile('app', [role('App')])] }, 'holds').namesDiffer).toBe(true);
  });

  test('that does not trust EC2 is a broken link', () => {
    const held = role('app', { AssumeRolePolicyDocument: LAMBDA_TRUST });
    const joined = edge({ instanceProfiles: [profile('app', [held])] }, 'holds');
    expect(joined).toMatchObject({ status: 'broken', why: expect.stringContaining('lambda.amazonaws.com') });
  });

  test('whose trust was not supplied is an unknown link', () => {
    const held = role('app', { AssumeRolePolicyDocument: undefined });
    expect(edge({ instanceProfiles: [profile('app', [held])] }, 'holds').status).toBe('unknown');
  });

  test('are judged in the partition of the role', () => {
    const held = role('app', {
      Arn: roleArn('app', ACCOUNT, 'aws-cn'),
      AssumeRolePolicyDocument: EC2_TRUST,
    });
    const joined = edge({ instanceProfiles: [profile('app', [held])] }, 'holds');
    expect(joined.target).toMatchObject({
      partition: 'aws-cn',
      trust: { answer: 'yes', note: 'china-one-spelling' },
    });
  });
});

describe('copies of a role', () => {
  const inProfile = role('app', { origin: originOf('iam:ListInstanceProfiles'), Description: 'copy' });

  test('in many profiles and in the list are one node', () => {
    const graph = graphOf({
      instanceProfiles: [profile('a', [inProfile]), profile('b', [inProfile])],
      roles: [role('app')],
    });
    expect([...graph.nodes.values()].filter((node) => node.kind === 'role')).toHaveLength(1);
  });

  test('the richest speaks, and of equal ones that of the list of roles', () => {
    const listed = role('app', { Description: 'list' });
    const full = role('app', {
      origin: originOf('iam:GetRole'),
      details: 'full',
      PermissionsBoundary: { PermissionsBoundaryArn: toArn('arn:aws:iam::111122223333:policy/B') },
    });
    const instanceProfiles = [profile('a', [inProfile])];
    expect(nodesOf({ instanceProfiles, roles: [listed] }, 'role')[0]).toMatchObject({
      record: { Description: 'list' },
    });
    expect(nodesOf({ instanceProfiles, roles: [listed, full] }, 'role')[0]).toMatchObject({
      record: { details: 'full', Description: 'list', PermissionsBoundary: expect.anything() },
    });
  });

  test('a full record without boundary means that there is none', () => {
    const older = role('app', {
      PermissionsBoundary: { PermissionsBoundaryArn: toArn('arn:aws:iam::1:policy/B') },
    });
    const full = role('app', { origin: originOf('iam:GetRole'), details: 'full' });
    const [node] = nodesOf({ roles: [older, full] }, 'role');
    expect(node).toMatchObject({ record: { details: 'full', PermissionsBoundary: undefined } });
  });

  test('of the same ARN and another id are one node that says so', () => {
    const old = role('app', { origin: originOf('iam:ListInstanceProfiles'), RoleId: toRoleId('AROA-old') });
    const [node] = [
      ...graphOf({ roles: [role('app')], instanceProfiles: [profile('a', [old])] }).nodes.values(),
    ].filter((each) => each.kind === 'role');
    expect(node).toMatchObject({ roleId: 'AROA-app', otherRoleIds: ['AROA-old'] });
  });

  test('without an ARN are found by id, then by name', () => {
    const bare = { Arn: undefined, origin: originOf('iam:ListInstanceProfiles') } as const;
    const graph = graphOf({
      roles: [role('a'), role('b')],
      instanceProfiles: [
        profile('p1', [role('a', bare)]),
        profile('p2', [role('b', { ...bare, RoleId: undefined })]),
      ],
    });
    expect([...graph.nodes.values()].filter((node) => node.kind === 'role')).toHaveLength(2);
  });

  test('service-linked roles are known by their path', () => {
    const linked = role('X', { Path: '/aws-service-role/autoscaling.amazonaws.com/' });
    expect(nodesOf({ roles: [linked] }, 'role')[0]).toMatchObject({ serviceLinked: true });
  });
});
