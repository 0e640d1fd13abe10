import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { toArn, toInstanceProfileId, toIsoTime } from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import { buildGraph } from './build-graph.ts';
import type { ChainStatus } from './chain.ts';
import { listChains } from './chains.ts';
import type { EdgeStatus, Graph } from './graph.ts';
import {
  ACCOUNT,
  association,
  coverage,
  FULLY_READ,
  instance,
  LAMBDA_TRUST,
  OTHER_ACCOUNT,
  originOf,
  profile,
  profileArn,
  REGION,
  reference,
  role,
  roleArn,
} from './records.test-data.ts';

/** Few names and ids, so that references hit, miss, clash and repeat. */
const NAMES = ['a', 'b', 'A'] as const;
const name = fc.constantFrom(...NAMES);
const id = fc.constantFrom('AIPA-a', 'AIPA-b', 'AIPA-old', 'iip-assoc-1');
const account = fc.constantFrom(ACCOUNT, OTHER_ACCOUNT);
const readAt = fc.constantFrom(
  undefined,
  toIsoTime('2026-01-01T00:00:00Z'),
  toIsoTime('2026-01-02T00:00:00Z'),
);

const anyReference = fc
  .tuple(name, id, account, fc.constantFrom('arn', 'both', 'id'))
  .map(([profileName, profileId, owner, kind]) => {
    const both = reference(profileName, profileId, owner);
    if (kind === 'arn') return { Arn: both.Arn };
    return kind === 'id' ? { Id: both.Id } : both;
  });

const anyInstance = fc
  .record({
    instanceId: fc.constantFrom('i-1', 'i-2', 'i-3'),
    uses: fc.option(anyReference, { nil: undefined }),
    accountId: fc.option(account, { nil: undefined }),
    State: fc.constantFrom('running', 'terminated', undefined),
    readAt,
  })
  .map(({ instanceId, uses, accountId, State, ...at }) =>
    instance(instanceId, uses, { accountId, State, origin: { ...originOf('ec2:DescribeInstances'), ...at } }),
  );

const anyAssociation = fc
  .tuple(
    fc.constantFrom('i-1', 'i-2', 'i-9'),
    anyReference,
    fc.constantFrom('associated', 'associating', 'disassociating', 'disassociated'),
    fc.constantFrom('iip-assoc-1', 'iip-assoc-2'),
  )
  .map((fields) => association(...fields));

const anyRole = fc
  .record({
    roleName: name,
    owner: account,
    call: fc.constantFrom('iam:ListRoles' as const, 'iam:GetRole' as const),
    trusts: fc.boolean(),
    bare: fc.boolean(),
    readAt,
  })
  .map(({ roleName, owner, call, trusts, bare, ...at }) =>
    role(
      roleName,
      {
        origin: { ...originOf(call), ...at },
        details: call === 'iam:GetRole' ? 'full' : 'listed',
        ...(trusts ? {} : { AssumeRolePolicyDocument: LAMBDA_TRUST }),
        ...(bare ? { Arn: undefined } : {}),
      },
      owner,
    ),
  );

const anyProfile = fc
  .record({
    profileName: name,
    profileId: fc.option(id, { nil: undefined }),
    owner: account,
    roles: fc.option(fc.array(anyRole, { maxLength: 1 }), { nil: undefined }),
    readAt,
  })
  .map(({ profileName, profileId, owner, roles, ...at }) =>
    profile(profileName, roles, {
      origin: { ...originOf('iam:ListInstanceProfiles'), ...at },
      accountId: owner,
      Arn: profileArn(profileName, owner),
      InstanceProfileId: profileId === undefined ? undefined : toInstanceProfileId(profileId),
    }),
  );

const anyVersion = fc
  .record({
    number: fc.constantFrom(1, 2, 3),
    isDefault: fc.boolean(),
    uses: fc.oneof(
      name.map((Name) => ({ Name })),
      anyReference,
      name.map((roleName) => ({ Arn: roleArn(roleName) })),
    ),
  })
  .map(({ number, isDefault, uses }) => ({
    origin: originOf('ec2:DescribeLaunchTemplateVersions'),
    accountId: ACCOUNT,
    region: REGION,
    LaunchTemplateId: 'lt-1',
    VersionNumber: number,
    DefaultVersion: isDefault,
    IamInstanceProfile: uses,
  }));

const anyStatement = fc.tuple(name, fc.boolean()).map(([roleName, allowed]) => ({
  kind: 'decoded-authorization' as const,
  label: 'decoded',
  allowed,
  explicitDeny: false,
  principalArn: toArn(`arn:aws:iam::${ACCOUNT}:user/u`),
  action: 'iam:PassRole',
  resource: roleArn(roleName),
  message: {},
}));

const anyEntry: fc.Arbitrary<CoverageEntry> = fc
  .record({
    entry: fc.constantFrom(...FULLY_READ),
    status: fc.constantFrom('complete', 'complete', 'partial', 'denied', 'failed', 'not-asked'),
    accountId: fc.constantFrom(ACCOUNT, OTHER_ACCOUNT, undefined),
  })
  .map(({ entry, status, accountId }) => ({ ...entry, status, accountId }));

const anyInventory: fc.Arbitrary<Inventory> = fc
  .record({
    instances: fc.array(anyInstance, { maxLength: 4 }),
    associations: fc.array(anyAssociation, { maxLength: 3 }),
    instanceProfiles: fc.array(anyProfile, { maxLength: 4 }),
    roles: fc.array(anyRole, { maxLength: 4 }),
    launchTemplateVersions: fc.array(anyVersion, { maxLength: 3 }),
    statements: fc.array(anyStatement, { maxLength: 2 }),
    coverage: fc.oneof(fc.constant(FULLY_READ), fc.array(anyEntry, { maxLength: 8 })),
  })
  .map((part) => ({ ...emptyInventory('files'), ...part }));

test('the order of records never changes the graph or its chains', () => {
  const turned = fc.tuple(anyInventory, fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(turned, ([inventory, by]) => {
      const one = buildGraph(inventory);
      for (const other of [buildGraph(reversed(inventory)), buildGraph(rotated(inventory, by))]) {
        expect(plain(other)).toEqual(plain(one));
        expect(listChains(other)).toEqual(listChains(one));
      }
    }),
    { numRuns: 300 },
  );
});

test('knowing less never makes a link or chain definite, and never turns one verdict into another', () => {
  const loss = fc.tuple(
    anyInventory,
    fc.array(fc.constantFrom('keep', 'drop', 'partial', 'denied', 'failed', 'not-asked'), {
      minLength: 8,
      maxLength: 8,
    }),
  );
  fc.assert(
    fc.property(loss, ([inventory, fates]) => {
      const less = { ...inventory, coverage: lessened(inventory.coverage, fates) };
      const before = buildGraph(inventory);
      const after = buildGraph(less);
      expect([...after.nodes.keys()]).toEqual(expect.arrayContaining(before.edges.map((each) => each.from)));
      const edges = new Map(before.edges.map((edge) => [edge.id, edge]));
      for (const edge of after.edges) {
        const was = edges.get(edge.id);
        if (was !== undefined) expect(degrades(was.status, edge.status)).toBe(true);
      }
      const statuses = new Map(listChains(before).map((chain) => [chain.id, chain.status]));
      for (const chain of listChains(after)) {
        const was = statuses.get(chain.id);
        if (was !== undefined) expect(degrades(was, chain.status)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('every edge ends at nodes, and both directions tell the same', () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const graph = buildGraph(inventory);
      for (const edge of graph.edges) {
        expect(graph.nodes.has(edge.from) && graph.nodes.has(edge.to)).toBe(true);
        expect(graph.outgoing.get(edge.from)).toContain(edge);
        expect(graph.incoming.get(edge.to)).toContain(edge);
        if (edge.status === 'confirmed') expect(graph.nodes.get(edge.to)?.ghost?.kind).not.toBe('gone');
      }
      for (const [key, node] of graph.nodes) expect(node.id).toBe(key);
    }),
  );
});

test('each instance has one chain, whatever is said of it', () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const graph = buildGraph(inventory);
      const ids = listChains(graph).map((chain) => chain.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const node of graph.nodes.values()) if (node.kind === 'instance') expect(ids).toContain(node.id);
    }),
  );
});

test('a whole read of one account says something definite', () => {
  const inventory: Inventory = {
    ...emptyInventory('files'),
    instances: [instance('i-1', reference('a')), instance('i-2', reference('gone'))],
    instanceProfiles: [profile('a', [role('a')])],
    coverage: [...FULLY_READ, coverage('sts:GetCallerIdentity')],
  };
  expect(listChains(buildGraph(inventory)).map((chain) => chain.status)).toEqual(['works', 'broken']);
});

function degrades(was: EdgeStatus | ChainStatus, is: EdgeStatus | ChainStatus): boolean {
  return is === was || is === 'unknown';
}

function lessened(entries: readonly CoverageEntry[], fates: readonly string[]): readonly CoverageEntry[] {
  return entries.flatMap((entry, at): readonly CoverageEntry[] => {
    const fate = fates[at] ?? 'keep';
    if (fate === 'keep' || entry.status !== 'complete') return [entry];
    if (fate === 'drop') return [];
    return [
      { ...entry, status: fate === 'partial' || fate === 'denied' || fate === 'failed' ? fate : 'not-asked' },
    ];
  });
}

/** The graph without its lookups and without the inventory, whose lists keep their order. */
function plain({ nodes, edges }: Graph) {
  return { nodes: [...nodes], edges: [...edges] };
}

function reversed(inventory: Inventory): Inventory {
  return reordered(inventory, (list) => [...list].reverse());
}

function rotated(inventory: Inventory, by: number): Inventory {
  return reordered(inventory, (list) => [...list.slice(by), ...list.slice(0, by)]);
}

function reordered(inventory: Inventory, order: <Item>(list: readonly Item[]) => readonly Item[]): Inventory {
  return {
    ...inventory,
    instances: order(inventory.instances),
    associations: order(inventory.associations),
    instanceProfiles: order(inventory.instanceProfiles),
    roles: order(inventory.roles),
    launchTemplateVersions: order(inventory.launchTemplateVersions),
    statements: order(inventory.statements),
    coverage: order(inventory.coverage),
  };
}
