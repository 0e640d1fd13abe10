import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGraphs } from '../compare/compare-graphs.ts';
import type { Comparison } from '../compare/comparison.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { anyExample } from './any-example.test-data.ts';
import { buildScene } from './build-scene.ts';
import { NO_FILTER } from './chain-filter.ts';
import { chainSteps } from './chain-steps.ts';
import { drawMark } from './draw-mark.ts';
import { drawWire, drawWireMiddle } from './draw-wire.ts';
import { type Example, exampleInventory } from './example.test-data.ts';
import { filterChains } from './filter-chains.ts';
import type { Mark, Scene } from './scene.ts';

function draw(before: Example, after: Example): { readonly result: Comparison; readonly scene: Scene } {
  const result = compareGraphs(buildGraph(exampleInventory(before)), buildGraph(exampleInventory(after)));
  const changes = { of: result.changeOf, ofLink: result.linkChangeOf };
  const { chains } = filterChains(result.graph, result.chains, NO_FILTER);
  return { result, scene: buildScene(result.graph, chains, [], { openFolds: [], changes }) };
}

function marked({ scene }: { readonly scene: Scene }): readonly string[] {
  return [...scene.marks.values()]
    .filter((mark) => mark.change !== undefined)
    .map(
      (mark) =>
        `${mark.change ?? ''} ${mark.column} ${mark.title.full}${mark.count ? ` ×${mark.count}` : ''}`,
    );
}

function markTitled(scene: Scene, title: string): Mark {
  const mark = [...scene.marks.values()].find((each) => each.title.full === title);
  if (mark === undefined) throw new Error(`No mark titled ${title}.`);
  return mark;
}

const WEB = Array.from({ length: 6 }, (_, n) => ({ name: `web-${n + 1}`, profile: 'web' }));

describe('two reads in one picture', () => {
  test('a former role stands below the one of now, on a dashed wire of its own', () => {
    const db = { instances: [{ name: 'db', profile: 'db' }], roles: ['old', 'new'] };
    const { scene } = draw({ ...db, profiles: { db: 'old' } }, { ...db, profiles: { db: 'new' } });
    const [old, fresh] = [markTitled(scene, 'old'), markTitled(scene, 'new')];
    expect(old.y).toBeGreaterThan(fresh.y);
    expect(old.y - fresh.y).toBeLessThan(2 * fresh.height);
    const wires = scene.wires.filter((wire) => wire.change !== undefined);
    expect(wires.map((wire) => [wire.change, wire.to])).toEqual([
      ['added', fresh.id],
      ['removed', old.id],
    ]);
    expect(wires.map((wire) => drawWire(wire, false).dash !== undefined)).toEqual([false, true]);
    for (const wire of wires) expect(drawWireMiddle(wire, 'full').length).toBeGreaterThan(0);
    expect(new Set(wires.map((wire) => wire.path)).size).toBe(2);
  });

  test('a profile that was replaced and deleted stands in the tree of the new one, struck out', () => {
    const roles = ['old-role', 'new-role'];
    const { scene, result } = draw(
      { instances: [{ name: 'db', profile: 'old' }], profiles: { old: 'old-role' }, roles },
      { instances: [{ name: 'db', profile: 'new' }], profiles: { new: 'new-role' }, roles: ['new-role'] },
    );
    expect(result.changes.map((change) => change.sentence)).toEqual([
      '`db`: role `old-role` → `new-role`; profile `old` → `new`.',
    ]);
    const [old, fresh] = [markTitled(scene, 'old'), markTitled(scene, 'new')];
    expect([old.change, old.dashed, fresh.change]).toEqual(['removed', true, 'added']);
    expect(old.y - fresh.y).toBeLessThan(2 * fresh.height);
    expect(markTitled(scene, 'old-role').y).toBe(old.y);
    const look = { detail: 'full', lit: false, selected: false, height: old.height } as const;
    expect(drawMark(old, look).length).toBeGreaterThan(
      drawMark({ ...spread(old), change: undefined }, look).length,
    );
  });

  test('what came and went folds only with its like, and what changed does not fold', () => {
    const fleet = WEB.map((each) => ({ ...each, id: `i-old-${each.name}` }));
    const fresh = WEB.map((each) => ({ ...each, id: `i-new-${each.name}` }));
    const rolled = draw(
      { instances: fleet, profiles: { web: 'web' } },
      { instances: fresh, profiles: { web: 'web' } },
    );
    expect(marked(rolled)).toEqual(['added instance web-* ×6', 'removed instance web-* ×6']);
    const stopped = draw(
      { instances: WEB, profiles: { web: 'web' } },
      {
        instances: WEB.map((each, n) => (n < 4 ? { ...each, state: 'stopped' } : each)),
        profiles: { web: 'web' },
      },
    );
    expect(marked(stopped)).toHaveLength(4);
  });

  test('unused profiles fold, and one that is new among them stands out', () => {
    const profiles = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, `role-${name}`]));
    const drawn = draw({ profiles }, { profiles: { ...profiles, e: 'role-e' } });
    expect(marked(drawn)).toEqual(['added profile e', 'added role role-e']);
  });

  test('on a phone a link says what it led to before', () => {
    const db = { instances: [{ name: 'db', profile: 'db' }], roles: ['old', 'new'] };
    const { result } = draw({ ...db, profiles: { db: 'old' } }, { ...db, profiles: { db: 'new' } });
    const chain = result.chains.find((each) => each.instance !== undefined);
    const steps = chain ? chainSteps(result.graph, chain, new Map(), 300) : [];
    expect(steps.map(({ link }) => link?.note)).toEqual([
      undefined,
      'their names differ; before, old',
      undefined,
    ]);
  });

  test('changes come first', () => {
    const profiles = { a: 'role-a', b: 'role-b', z: 'role-z' };
    const instances = ['a', 'b'].map((name) => ({ name, profile: name }));
    const { scene } = draw(
      { profiles, instances },
      { profiles, instances: [...instances, { name: 'z', profile: 'z' }] },
    );
    expect(scene.columns[0]?.marks.map((mark) => mark.title.full)).toEqual(['z', 'a', 'b']);
  });

  test('only changes are shown when a person asks for them, a terminated instance too', () => {
    const before = { instances: WEB.slice(0, 2), profiles: { web: 'web' } };
    const [one, two] = before.instances;
    if (!one || !two) throw new Error('No instances.');
    const { result } = draw(before, { ...before, instances: [one, { ...two, state: 'terminated' }] });
    const { chains, facets } = filterChains(result.graph, result.chains, { ...NO_FILTER, onlyChanges: true });
    expect(chains.map((chain) => [chain.id.split(':').at(-1), chain.change])).toEqual([
      ['i-web-2', 'removed'],
    ]);
    expect(facets.changed).toBe(1);
  });
});

test('whatever changed, nothing that did is folded away, and no mark lies on another', () => {
  fc.assert(
    fc.property(anyExample, anyExample, (before, after) => {
      const { result, scene } = draw(before, after);
      const marks = [...scene.marks.values()];
      for (const [node, mark] of scene.markOf) {
        const change = result.changeOf.get(node);
        if (change === undefined || change === 'unknown') continue;
        expect(scene.marks.get(mark)?.change, node).toBe(change);
      }
      for (const { id, kind } of result.changes)
        if (kind !== 'removed' || result.chains.some((chain) => chain.id === id))
          expect(isSource(result, id) || scene.markOf.has(id), id).toBe(true);
      for (const [at, one] of marks.entries())
        for (const other of marks.slice(at + 1))
          expect(one.column === other.column && overlap(one, other), `${one.id} ${other.id}`).toBe(false);
    }),
    { numRuns: 80 },
  );
});

function isSource({ graph }: Comparison, id: Parameters<Comparison['graph']['nodes']['get']>[0]): boolean {
  const kind = graph.nodes.get(id)?.kind;
  return kind !== 'instance' && kind !== 'profile' && kind !== 'role';
}

function overlap(a: Mark, b: Mark): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Words are made when they are read: a spread would leave them behind. */
function spread(mark: Mark): Mark {
  const { title, subtitle, subtitleIsId, spoken } = mark;
  return { ...mark, title, subtitle, subtitleIsId, spoken };
}
