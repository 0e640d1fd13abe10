import { describe, expect, test } from 'vitest';
import { toAccountId } from '../inventory/ids.ts';
import { buildScene } from './build-scene.ts';
import { example } from './example.test-data.ts';
import type { Scene } from './scene.ts';

const { graph, chains: own } = example({
  instances: [
    { name: 'db', profile: 'db-profile' },
    ...Array.from({ length: 5 }, (_, n) => ({ name: `web-${n + 1}`, profile: 'web' })),
  ],
  profiles: { 'db-profile': 'db-role', web: 'closed' },
  distrusting: ['closed'],
});
/** The chain of `db` belongs to another account. */
const chains = own.map((chain) =>
  graph.nodes.get(chain.id)?.label === 'db' ? { ...chain, accountId: toAccountId('444455556666') } : chain,
);
const NAMES = new Map([
  ['111122223333', 'Acme'],
  ['444455556666', '444455556666'],
]);

const draw = (accountNames?: ReadonlyMap<string, string>): Scene =>
  buildScene(graph, chains, [], { openFolds: [], accountNames });
const marksOf = (scene: Scene) => scene.columns.flatMap((column) => column.marks);

describe('where there are several accounts', () => {
  test('each has a lane of its own that says whose chains they are', () => {
    const { lanes } = draw(NAMES);
    expect(lanes.map((lane) => lane.heading)).toEqual([
      '444455556666 · 1 instance',
      'Acme · 111122223333 · 5 instances',
    ]);
    for (const mark of marksOf(draw(NAMES))) {
      const db = mark.title.full.startsWith('db');
      expect(mark.y > (lanes[1]?.y ?? 0), mark.title.full).toBe(!db);
      expect(mark.y, mark.title.full).toBeGreaterThan(lanes[0]?.y ?? Number.NaN);
    }
  });

  test('a screen reader hears whose a mark is', () => {
    for (const mark of marksOf(draw(NAMES))) if (!mark.fold) expect(mark.spoken).toContain('In account ');
  });

  test('with one account alone nothing is said of it', () => {
    expect(draw().lanes).toEqual([]);
    expect(
      marksOf(draw())
        .map((mark) => `${mark.subtitle.full} ${mark.spoken}`)
        .join(),
    ).not.toMatch(/Acme|account/i);
  });
});
