import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayText } from '../base/display-text.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { anyExample } from './any-example.test-data.ts';
import { buildScene } from './build-scene.ts';
import { exampleInventory } from './example.test-data.ts';
import { TEXT_END, TEXT_START } from './mark-drafts.ts';
import { TITLE_FONT } from './mark-text.ts';
import type { Mark, Scene } from './scene.ts';
import { textWidth } from './text-width.ts';

function draw(inventory: Inventory, openFolds: readonly string[] = []) {
  const graph = buildGraph(inventory);
  const chains = listChains(graph);
  return { graph, chains, scene: buildScene(graph, chains, [], { openFolds }) };
}

function allFolds(scene: Scene): readonly string[] {
  return [...scene.marks.values()].flatMap((mark) => mark.fold?.key ?? []);
}

/** Each account is looked at with every fold closed, and with those open that a first look shows. */
function forEveryScene(check: (drawn: ReturnType<typeof draw>) => void): void {
  fc.assert(
    fc.property(anyExample, (about) => {
      const inventory = exampleInventory(about);
      const closed = draw(inventory);
      check(closed);
      check(draw(inventory, allFolds(closed.scene)));
    }),
    { numRuns: 100 },
  );
}

test('the same data give the same picture, in whatever order they came', () => {
  fc.assert(
    fc.property(anyExample, fc.infiniteStream(fc.nat()), (about, numbers) => {
      const inventory = exampleInventory(about);
      const shuffled: Inventory = {
        ...inventory,
        instances: shuffle(inventory.instances, numbers),
        instanceProfiles: shuffle(inventory.instanceProfiles, numbers),
        roles: shuffle(inventory.roles, numbers),
      };
      const { graph, chains } = draw(shuffled);
      const other = buildScene(graph, shuffle(chains, numbers), [], { openFolds: [] });
      expect(plain(other)).toEqual(plain(draw(inventory).scene));
    }),
    { numRuns: 60 },
  );
});

test('no mark lies on another', () => {
  forEveryScene(({ scene }) => {
    const marks = [...scene.marks.values()].sort((a, b) => a.y - b.y);
    for (const [at, mark] of marks.entries()) {
      for (const below of marks.slice(at + 1)) {
        if (below.y >= mark.y + mark.height) break;
        expect(mark.x + mark.width <= below.x || below.x + below.width <= mark.x).toBe(true);
      }
    }
  });
});

test('the marks of a column are in order, inside of the picture', () => {
  forEveryScene(({ scene }) => {
    for (const { marks } of scene.columns) {
      expect([...marks].sort((a, b) => a.y - b.y)).toEqual(marks);
      for (const mark of marks) {
        expect(mark.x + mark.width).toBeLessThanOrEqual(scene.width);
        expect(mark.y + mark.height).toBeLessThanOrEqual(scene.height);
      }
    }
  });
});

test('every node of every chain stands on exactly one mark', () => {
  forEveryScene(({ chains, scene }) => {
    const standing = [...scene.marks.values()].flatMap((mark) => mark.nodes);
    expect(new Set(standing).size).toBe(standing.length);
    const nodes = chains.flatMap((chain) => [chain.instance, chain.profile, chain.role]);
    for (const node of nodes.filter((each) => each !== undefined))
      expect(scene.markOf.has(node), node).toBe(true);
    for (const [node, mark] of scene.markOf) expect(scene.marks.get(mark)?.nodes).toContain(node);
  });
});

test('nothing that is broken in itself is folded away', () => {
  forEveryScene(({ graph, scene }) => {
    const markOf = (node: Parameters<typeof scene.markOf.get>[0]) => {
      const id = scene.markOf.get(node);
      return id && scene.marks.get(id);
    };
    for (const edge of graph.edges) {
      if (edge.status !== 'broken' || !scene.markOf.has(edge.from)) continue;
      expect(standsAlone(markOf(edge.from)), edge.id).toBe(true);
      expect(standsAlone(markOf(edge.to)), edge.id).toBe(true);
    }
  });
});

test('every wire runs from the edge of one mark to the edge of another, and each link of a chain has one', () => {
  forEveryScene(({ chains, scene }) => {
    for (const wire of scene.wires) {
      const from = scene.marks.get(wire.from);
      const to = scene.marks.get(wire.to);
      if (!from || !to) throw new Error('A wire has no end.');
      expect(wire.path.startsWith(`M${from.x + from.width} ${from.y + from.height / 2}H`)).toBe(true);
      expect(wire.path.endsWith(`H${to.x}`)).toBe(true);
      expect([wire.top, wire.bottom]).toEqual(
        [from.y + from.height / 2, to.y + to.height / 2].sort((a, b) => a - b),
      );
    }
    const wired = new Set(scene.wires.flatMap((wire) => wire.edges));
    for (const chain of chains) {
      const ends = [chain.instance, chain.profile, chain.role].flatMap(
        (node) => (node && scene.markOf.get(node)) ?? [],
      );
      if (new Set(ends).size === ends.length)
        for (const edge of chain.edges) expect(wired.has(edge)).toBe(true);
    }
  });
});

test('opening a fold moves nothing that is above it', () => {
  fc.assert(
    fc.property(anyExample, fc.nat(), (about, pick) => {
      const inventory = exampleInventory(about);
      const { scene } = draw(inventory);
      const folded = [...scene.marks.values()].filter((mark) => mark.fold);
      const opened = folded[pick % Math.max(1, folded.length)];
      if (!opened?.fold) return;
      const after = draw(inventory, [opened.fold.key]).scene;
      for (const mark of scene.marks.values()) {
        if (mark.y > opened.y) continue;
        const now = after.marks.get(mark.id);
        if (mark.column === opened.column || mark.y < opened.y)
          expect([now?.x, now?.y]).toEqual([mark.x, mark.y]);
      }
    }),
    { numRuns: 100 },
  );
});

test('no text is wider than its box, whatever the names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 256 }), (name) => {
      const { scene } = draw(
        exampleInventory({ instances: [{ name, id: 'i-1', profile: 'p' }], profiles: { p: 'r' } }),
      );
      for (const mark of scene.marks.values()) {
        const room = mark.width - TEXT_START[mark.shape] - TEXT_END[mark.shape];
        expect(textWidth(mark.title.text, TITLE_FONT)).toBeLessThanOrEqual(room);
        expect(mark.title.full).toBe(displayText(mark.title.full));
      }
    }),
    { numRuns: 60 },
  );
});

/** Words are made when they are read: reads them all. */
function plain({ columns, ...scene }: Scene) {
  const words = columns.flatMap(({ marks }) =>
    marks.map(({ id, title, subtitle, subtitleIsId, spoken }) => ({
      id,
      title,
      subtitle,
      subtitleIsId,
      spoken,
    })),
  );
  return { ...scene, columns, words };
}

function standsAlone(mark: Mark | undefined): boolean {
  return mark !== undefined && !mark.fold && mark.nodes.length === 1;
}

function shuffle<Item>(items: readonly Item[], numbers: fc.Stream<number>): readonly Item[] {
  const keys = [...numbers.take(items.length)];
  return items
    .map((item, at) => ({ item, key: keys[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
