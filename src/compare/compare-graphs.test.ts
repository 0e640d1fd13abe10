import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import {
  ACCOUNT,
  association,
  coverage,
  EC2_TRUST,
  FULLY_READ,
  instance,
  inventoryOf,
  LAMBDA_TRUST,
  OTHER_ACCOUNT,
  originOf,
  profile,
  REGION,
  reference,
  role,
} from '../graph/records.test-data.ts';
import { toArn, toInstanceProfileId, toRegion, toRoleId } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { RoleRecord } from '../inventory/records.ts';
import { compareGraphs } from './compare-graphs.ts';
import type { Comparison } from './comparison.ts';

const web = (name = 'web-1', uses = reference('web')) =>
  instance(`i-${name}`, uses, { Tags: [{ Key: 'Name', Value: name }] });

const BASE: InventoryPart = {
  instances: [web()],
  instanceProfiles: [profile('web', [role('a')])],
  roles: [role('a'), role('b')],
  coverage: FULLY_READ,
};

const full = (more: Partial<RoleRecord>): RoleRecord => ({ ...role('a'), details: 'full' as const, ...more });

const rolePolicies = (names: readonly string[], document: string) => [
  {
    origin: originOf('iam:GetAccountAuthorizationDetails'),
    accountId: ACCOUNT,
    RoleName: 'a',
    AttachedPolicies: names.map((PolicyName) => ({
      PolicyName,
      PolicyArn: toArn(`arn:aws:iam::aws:policy/${PolicyName}`),
    })),
    InlinePolicyNames: ['own'],
    InlinePolicies: [{ PolicyName: 'own', PolicyDocument: { Version: document } }],
  },
];

const version = (VersionNumber: number, DefaultVersion: boolean, name: string) => ({
  origin: originOf('ec2:DescribeLaunchTemplateVersions'),
  accountId: ACCOUNT,
  region: REGION,
  LaunchTemplateId: 'lt-1',
  LaunchTemplateName: 'fleet',
  VersionNumber,
  DefaultVersion,
  IamInstanceProfile: { Name: name },
});

function compare(before: InventoryPart, after: InventoryPart): Comparison {
  return compareGraphs(buildGraph(inventoryOf(before)), buildGraph(inventoryOf(after)));
}

function sentences({ changes }: Comparison): readonly string[] {
  return changes.map((change) => `${change.kind}: ${change.sentence}`);
}

function marks({ changeOf }: Comparison): Readonly<Record<string, string>> {
  return Object.fromEntries([...changeOf].map(([id, mark]) => [id.replace(/^.*[:/]/, ''), mark]));
}

test('another role in a profile is told of the instance that runs with it', () => {
  const result = compare(BASE, { ...BASE, instanceProfiles: [profile('web', [role('b')])] });
  expect(sentences(result)).toEqual(['changed: `web-1`: role `a` → `b` through profile `web`.']);
  expect(result.counts).toEqual({ added: 0, removed: 0, changed: 1, cannotTell: 0 });
  const links = [...result.linkChangeOf].map(([id, mark]) => `${mark} ${id.slice(0, 5)}`);
  expect(links.sort()).toEqual(['added holds', 'removed holds']);
  expect(result.graph.former?.map((edge) => edge.kind)).toEqual(['holds']);
});

test('another profile on an instance is told with the role that it brings', () => {
  const two = { ...BASE, instanceProfiles: [profile('web', [role('a')]), profile('new', [role('b')])] };
  const result = compare(two, { ...two, instances: [web('web-1', reference('new'))] });
  expect(sentences(result)).toEqual(['changed: `web-1`: role `a` → `b`; profile `web` → `new`.']);
});

test('the same role without an instance is told of the profile', () => {
  const idle = { ...BASE, instances: [] };
  const result = compare(idle, { ...idle, instanceProfiles: [profile('web', [role('b')])] });
  expect(sentences(result)).toEqual(['changed: Profile `web`: role `a` → `b`.']);
});

test('a new instance is one change, with its new profile and role', () => {
  const result = compare({ coverage: FULLY_READ }, { ...BASE, roles: [role('a')] });
  expect(sentences(result)).toEqual(['added: `web-1` is new, with role `a` through profile `web`.']);
  expect(marks(result)).toEqual({ 'i-web-1': 'added', 'web#AIPA-web': 'added', a: 'added' });
  expect(result.chains.map((chain) => chain.change)).toEqual(['added']);
});

test('an instance that is gone is drawn with the links that it had', () => {
  const result = compare(BASE, { ...BASE, instances: [] });
  expect(sentences(result)).toEqual(['removed: `web-1` is gone: it had role `a` through profile `web`.']);
  const [gone] = result.graph.byKind.instance;
  expect(gone?.label).toBe('web-1');
  expect([...result.graph.outgoing.values()].flat().filter((edge) => edge.from === gone?.id)).toHaveLength(1);
  // What the profile is used by is what uses it now.
  for (const edges of result.graph.incoming.values())
    for (const edge of edges) expect(edge.kind).not.toBe('uses');
});

test('a terminated instance counts as removed, and one that stays terminated as nothing', () => {
  const terminated = { ...BASE, instances: [{ ...web(), State: 'terminated' }] };
  expect(sentences(compare(BASE, terminated))).toEqual([
    'removed: `web-1` is terminated: it had role `a` through profile `web`.',
  ]);
  expect(compare(terminated, { ...BASE, instances: [] }).changes).toEqual([]);
});

test('a profile made again under its name is no coming and going', () => {
  const again = profile('web', [role('a')], { InstanceProfileId: toInstanceProfileId('AIPA-2') });
  const result = compare(BASE, { ...BASE, instanceProfiles: [again] });
  expect(sentences(result)).toEqual([
    'changed: `web-1`: role `a` → none; its profile `web` was deleted and made again (AIPA-web → AIPA-2), and it still refers to the old one.',
  ]);
  expect(marks(result)).toMatchObject({ 'web#AIPA-2': 'changed', 'web#AIPA-web': 'removed' });
});

test('a profile made again that no instance uses is told by itself', () => {
  const again = profile('web', [role('b')], { InstanceProfileId: toInstanceProfileId('AIPA-2') });
  const idle = { ...BASE, instances: [] };
  const result = compare(idle, { ...idle, instanceProfiles: [again] });
  expect(sentences(result)).toEqual([
    'changed: Profile `web`: deleted and made again under the same name (AIPA-web → AIPA-2); role `a` → `b`.',
  ]);
});

test('a profile deleted under its instance is told of the instance', () => {
  const result = compare(BASE, { ...BASE, instanceProfiles: [] });
  expect(sentences(result)).toEqual([
    'changed: `web-1`: role `a` → none; its profile `web` does not exist any more.',
  ]);
});

test('a profile that was emptied leaves no role', () => {
  const result = compare(BASE, { ...BASE, instanceProfiles: [profile('web', [])] });
  expect(sentences(result)[0]).toContain('`web-1`: role `a` → none through profile `web`');
});

test('a role made again under its name, with another trust, boundary and policies', () => {
  const all = [...FULLY_READ, coverage('iam:GetAccountAuthorizationDetails')];
  const bound = { PermissionsBoundary: { PermissionsBoundaryArn: toArn('arn:aws:iam::1:policy/limit') } };
  const before = {
    ...BASE,
    coverage: all,
    roles: [full({})],
    rolePolicies: rolePolicies(['s3', 'ssm'], '1'),
  };
  const after = {
    ...BASE,
    coverage: all,
    roles: [full({ ...bound, RoleId: toRoleId('AROA-2'), AssumeRolePolicyDocument: LAMBDA_TRUST })],
    instanceProfiles: [
      profile('web', [role('a', { RoleId: toRoleId('AROA-2'), AssumeRolePolicyDocument: LAMBDA_TRUST })]),
    ],
    rolePolicies: rolePolicies(['s3', 'kms'], '2'),
  };
  const line = sentences(compare(before, after)).find((each) => each.includes('Role `a`'));
  expect(line).toContain('deleted and made again under the same name (AROA-a → AROA-2)');
  expect(line).toContain('EC2 may assume it → EC2 may not assume it');
  expect(line).toContain('permissions boundary none → `limit`');
  expect(line).toContain('policy attached `kms`, policy detached `ssm`; inline policy edited `own`');
});

test('a trust policy in another spelling is the same', () => {
  const encoded = role('a', { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(EC2_TRUST)) });
  const result = compare(BASE, {
    ...BASE,
    instanceProfiles: [profile('web', [encoded])],
    roles: [encoded, role('b')],
  });
  expect(result.changes).toEqual([]);
});

test('a state is told', () => {
  const result = compare(BASE, { ...BASE, instances: [{ ...web(), State: 'stopped' }] });
  expect(sentences(result)).toEqual(['changed: `web-1`: running → stopped.']);
});

test('another default version of a launch template is a change of the template', () => {
  const profiles = [profile('web', [role('a')]), profile('new', [role('b')])];
  const result = compare(
    { ...BASE, instanceProfiles: profiles, launchTemplateVersions: [version(1, true, 'web')] },
    {
      ...BASE,
      instanceProfiles: profiles,
      launchTemplateVersions: [version(1, false, 'web'), version(2, true, 'new')],
    },
  );
  expect(sentences(result)).toEqual([
    'changed: Launch template `fleet, version 2`: version 1 → 2; profile `web` → `new`.',
  ]);
});

test('a template of which a version is in doubt is not called new', () => {
  const denied = FULLY_READ.map((entry) =>
    entry.call === 'ec2:DescribeLaunchTemplateVersions' ? { ...entry, status: 'denied' as const } : entry,
  );
  const result = compare(
    { ...BASE, launchTemplateVersions: [version(1, true, 'web')] },
    { ...BASE, launchTemplateVersions: [version(2, true, 'web')], coverage: denied },
  );
  expect(result.changes).toEqual([]);
  expect(result.counts.cannotTell).toBe(2);
});

test.each([
  ['denied', 'denied'],
  ['partial', 'partial'],
  ['failed', 'failed'],
] as const)('an instance in a region whose read is %s is not called removed', (_name, status) => {
  const unread = FULLY_READ.map((entry) =>
    entry.call === 'ec2:DescribeInstances' ? { ...entry, status } : entry,
  );
  const result = compare(BASE, { ...BASE, instances: [], coverage: unread });
  expect(result.changes).toEqual([]);
  expect(result.counts.cannotTell).toBe(1);
  expect(result.cannotTell[0]?.gap).toMatchObject({
    side: 'later',
    call: 'ec2:DescribeInstances',
    region: REGION,
    entry: { status },
  });
  expect(marks(result)).toEqual({ 'i-web-1': 'unknown' });
  expect(result.chains.find((chain) => chain.instance)?.change).toBe('unknown');
  // And the other way round, not called new.
  const back = compare({ ...BASE, instances: [], coverage: unread }, BASE);
  expect(back.changes).toEqual([]);
  expect(back.cannotTell[0]?.gap.side).toBe('earlier');
});

test('what only an association row still speaks of is drawn as the earlier read knew it', () => {
  const row = association('i-web-1', reference('web'), 'associated');
  const result = compare(BASE, { ...BASE, instances: [], associations: [row] });
  expect(sentences(result)[0]).toContain('`web-1` is gone');
  expect(result.graph.byKind.instance.map((node) => node.label)).toEqual(['web-1']);
});

test('a region that only one side read is named, though nothing is known of it', () => {
  const other = coverage('ec2:DescribeInstances', 'complete', { region: toRegion('us-east-1') });
  const result = compare({ ...BASE, coverage: [...FULLY_READ, other] }, BASE);
  expect(result.changes).toEqual([]);
  expect(result.cannotTell).toMatchObject([
    { gap: { side: 'later', call: 'ec2:DescribeInstances', region: 'us-east-1' }, nodes: [] },
  ]);
});

test('profiles that were not listed again are not called removed, and their instances keep their chain', () => {
  const denied = FULLY_READ.map((entry) =>
    entry.call === 'iam:ListInstanceProfiles' ? { ...entry, status: 'denied' as const } : entry,
  );
  const result = compare(BASE, { ...BASE, instanceProfiles: [], coverage: denied });
  expect(result.changes).toEqual([]);
  expect(result.cannotTell[0]?.gap).toMatchObject({ side: 'later', call: 'iam:ListInstanceProfiles' });
});

test('two accounts have nothing to do with each other', () => {
  const theirs = {
    instances: [instance('i-9', undefined, { accountId: OTHER_ACCOUNT })],
    roles: [role('a', {}, OTHER_ACCOUNT)],
    coverage: FULLY_READ.map((entry) => ({ ...entry, accountId: OTHER_ACCOUNT })),
  };
  const result = compare(BASE, theirs);
  expect(result.disjoint).toBe(true);
  expect(result.changes).toEqual([]);
  expect(result.cannotTell.map(({ gap }) => [gap.side, gap.accountId, gap.accountMissing])).toEqual([
    ['later', ACCOUNT, true],
    ['earlier', OTHER_ACCOUNT, true],
  ]);
  expect(result.chains).toEqual(listChains(buildGraph(inventoryOf(theirs))));
});

test('a list that names no account proves nothing for an account that the side never saw', () => {
  const nameless = FULLY_READ.map(({ accountId: _account, ...entry }) => entry);
  const result = compare(BASE, { roles: [role('x', {}, OTHER_ACCOUNT)], coverage: nameless });
  expect(result.counts.removed).toBe(0);
});

test('a profile without its id is the same profile', () => {
  const bare = profile('web', [role('a')], { InstanceProfileId: undefined });
  const idle = { ...BASE, instances: [] };
  const result = compare({ ...idle, instanceProfiles: [bare] }, idle);
  expect(result.changes).toEqual([]);
  expect(result.cannotTell).toEqual([]);
});
