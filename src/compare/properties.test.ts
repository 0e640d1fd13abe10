import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyInventory } from '../graph/any-inventory.test-data.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { ACCOUNT, coverage, FULLY_READ, OTHER_ACCOUNT } from '../graph/records.test-data.ts';
import { toRegion } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { compareGraphs } from './compare-graphs.ts';
import type { ChainChange, ChangeMark, Comparison } from './comparison.ts';

const WHOLE = [ACCOUNT, OTHER_ACCOUNT].flatMap((accountId) => [
  ...FULLY_READ.map((entry) => ({ ...entry, accountId })),
  coverage('ec2:DescribeInstances', 'complete', { accountId, region: toRegion('us-east-1') }),
]);

/** Each read of it was made whole, or some were not made at all. */
const anyRead: fc.Arbitrary<Inventory> = fc
  .tuple(anyInventory, fc.oneof(fc.constant(WHOLE), fc.subarray(WHOLE)))
  .map(([inventory, entries]) => ({ ...inventory, coverage: entries }));

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
    fc.property(anyRead, (inventory) => {
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
    fc.property(anyRead, anyRead, (one, other) => {
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
    fc.property(anyRead, anyRead, (one, other) => {
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
    fc.property(anyRead, anyRead, fates, fates, (one, other, firstFates, secondFates) => {
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
    fc.property(anyRead, anyRead, (one, other) => {
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
