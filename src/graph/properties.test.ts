import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { emptyInventory, type Inventory } from '../inventory/inventory.ts';
import { anyInventory } from './any-inventory.test-data.ts';
import { buildGraph } from './build-graph.ts';
import type { ChainStatus } from './chain.ts';
import { listChains } from './chains.ts';
import type { EdgeStatus, Graph } from './graph.ts';
import { coverage, FULLY_READ, instance, profile, reference, role } from './records.test-data.ts';

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
