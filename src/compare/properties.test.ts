import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import {
  ACCOUNT,
  association,
  coverage,
  EC2_TRUST,
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
} from '../graph/records.test-data.ts';
import { toInstanceProfileId, toRegion, toRoleId } from '../inventory/ids.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import { compareGraphs } from './compare-graphs.ts';
import type { ChainChange, ChangeMark, Comparison } from './comparison.ts';

const account = fc.constantFrom(ACCOUNT, ACCOUNT, ACCOUNT, OTHER_ACCOUNT);
const region = fc.constantFrom(REGION, toRegion('us-east-1'));
const name = fc.constantFrom('a', 'b', 'c');
const profileId = fc.constantFrom('AIPA-1', 'AIPA-2');
const anyReference = fc
  .tuple(name, profileId, account)
  .map(([text, id, owner]) => reference(text, id, owner));

const anyInstance = fc
  .record({
    id: fc.constantFrom('i-1', 'i-2', 'i-3'),
    accountId: account,
    region,
    uses: fc.option(anyReference, { nil: undefined }),
    State: fc.constantFrom('running', 'running', 'stopped', 'terminated'),
  })
  .map(({ id, uses, ...more }) => instance(id, uses, more));

const anyRole = fc
  .record({ text: name, owner: account, RoleId: fc.constantFrom('AROA-1', 'AROA-2'), trusts: fc.boolean() })
  .map(({ text, owner, RoleId, trusts }) =>
    role(
      text,
      { RoleId: toRoleId(RoleId), AssumeRolePolicyDocument: trusts ? EC2_TRUST : LAMBDA_TRUST },
      owner,
    ),
  );

const anyProfile = fc
  .record({
    text: name,
    id: fc.option(profileId, { nil: undefined, freq: 6 }),
    owner: account,
    roles: fc.option(fc.array(anyRole, { maxLength: 1 }), { nil: undefined, freq: 6 }),
  })
  .map(({ text, id, owner, roles }) =>
    profile(text, roles, {
      accountId: owner,
      Arn: profileArn(text, owner),
      InstanceProfileId: id === undefined ? undefined : toInstanceProfileId(id),
    }),
  );

const anyVersion = fc
  .record({ number: fc.constantFrom(1, 2), isDefault: fc.boolean(), text: name })
  .map(({ number, isDefault, text }) => ({
    origin: originOf('ec2:DescribeLaunchTemplateVersions'),
    accountId: ACCOUNT,
    region: REGION,
    LaunchTemplateId: 'lt-1',
    VersionNumber: number,
    DefaultVersion: isDefault,
    IamInstanceProfile: { Name: text },
  }));

const anyAssociation = fc
  .tuple(fc.constantFrom('i-1', 'i-9'), anyReference, fc.constantFrom('associated', 'disassociated'))
  .map(([id, uses, state]) => association(id, uses, state));

const WHOLE = [ACCOUNT, OTHER_ACCOUNT].flatMap((accountId) => [
  ...FULLY_READ.map((entry) => ({ ...entry, accountId })),
  coverage('ec2:DescribeInstances', 'complete', { accountId, region: toRegion('us-east-1') }),
]);

const anyInventory: fc.Arbitrary<Inventory> = fc
  .record({
    instances: fc.array(anyInstance, { maxLength: 4 }),
    associations: fc.array(anyAssociation, { maxLength: 2 }),
    instanceProfiles: fc.array(anyProfile, { maxLength: 4 }),
    roles: fc.array(anyRole, { maxLength: 3 }),
    launchTemplateVersions: fc.array(anyVersion, { maxLength: 2 }),
    coverage: fc.oneof(fc.constant(WHOLE), fc.subarray(WHOLE)),
  })
  .map((part) => ({ ...emptyInventory('files'), ...part }));

function compare(before: Inventory, after: Inventory): Comparison {
  return compareGraphs(buildGraph(before), buildGraph(after));
}

/** By kind and name: an id is the later side's, and may hold less there. */
function namesOf({ changes }: Comparison, kind: ChainChange['kind']): readonly string[] {
  return changes
    .filter((change) => change.kind === kind)
    .map(({ subject, accountId, label }) => `${subject} ${accountId ?? ''} ${label}`)
    .sort();
}

function marked({ changeOf }: Comparison, mark: ChangeMark): readonly string[] {
  return [...changeOf].filter(([, each]) => each === mark).map(([id]) => id);
}

test('a read compared with itself has nothing to tell', () => {
  fc.assert(
    fc.property(anyInventory, (inventory) => {
      const result = compare(inventory, inventory);
      expect(result.changes).toEqual([]);
      expect(result.cannotTell).toEqual([]);
      expect(result.graph.former ?? []).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('what is new one way round is gone the other way round', () => {
  fc.assert(
    fc.property(anyInventory, anyInventory, (one, other) => {
      const [there, back] = [compare(one, other), compare(other, one)];
      expect(namesOf(there, 'added')).toEqual(namesOf(back, 'removed'));
      expect(there.counts.changed).toBe(back.counts.changed);
      expect(there.counts.cannotTell).toBe(back.counts.cannotTell);
      expect(there.disjoint).toBe(back.disjoint);
    }),
    { numRuns: 200 },
  );
});

test('the order of records never changes the answer', () => {
  fc.assert(
    fc.property(anyInventory, anyInventory, (one, other) => {
      expect(plain(compare(reversed(one), reversed(other)))).toEqual(plain(compare(one, other)));
    }),
    { numRuns: 200 },
  );
});

test('reading less never makes anything new or gone', () => {
  const fates = fc.array(fc.constantFrom('keep', 'drop', 'partial', 'denied'), {
    minLength: WHOLE.length,
    maxLength: WHOLE.length,
  });
  fc.assert(
    fc.property(anyInventory, anyInventory, fates, fates, (one, other, firstFates, secondFates) => {
      const full = compare(one, other);
      const less = compare(lessened(one, firstFates), lessened(other, secondFates));
      for (const mark of ['added', 'removed'] as const) {
        const known = new Set(marked(full, mark));
        for (const id of marked(less, mark)) expect(known, `${id} is ${mark}`).toContain(id);
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever has a mark or a former link can be drawn, and no id stands for two things', () => {
  fc.assert(
    fc.property(anyInventory, anyInventory, (one, other) => {
      const { graph, chains, changes, linkChangeOf } = compare(one, other);
      for (const edge of graph.former ?? []) {
        expect(graph.nodes.has(edge.from) && graph.nodes.has(edge.to)).toBe(true);
        expect(linkChangeOf.has(edge.id)).toBe(true);
      }
      for (const change of changes) expect(graph.nodes.has(change.id), change.sentence).toBe(true);
      for (const chain of chains)
        for (const id of [chain.instance, chain.profile, chain.role])
          if (id !== undefined) expect(graph.nodes.has(id), id).toBe(true);
      expect(new Set(chains.map((chain) => chain.id)).size).toBe(chains.length);
    }),
    { numRuns: 200 },
  );
});

function lessened(inventory: Inventory, fates: readonly string[]): Inventory {
  const entries = inventory.coverage.flatMap((entry, at) => {
    const fate = fates[at];
    if (fate === 'drop') return [];
    return [fate === 'partial' || fate === 'denied' ? { ...entry, status: fate } : entry];
  });
  return { ...inventory, coverage: entries as Inventory['coverage'] };
}

function plain({ graph, ...rest }: Comparison) {
  return { ...rest, nodes: [...graph.nodes], edges: graph.edges, former: graph.former };
}

function reversed(inventory: Inventory): Inventory {
  return {
    ...inventory,
    instances: [...inventory.instances].reverse(),
    associations: [...inventory.associations].reverse(),
    instanceProfiles: [...inventory.instanceProfiles].reverse(),
    roles: [...inventory.roles].reverse(),
    launchTemplateVersions: [...inventory.launchTemplateVersions].reverse(),
    coverage: [...inventory.coverage].reverse(),
  };
}
