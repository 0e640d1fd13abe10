import { describe, expect, test } from 'vitest';
import { buildScene } from './build-scene.ts';
import { example } from './example.test-data.ts';
import type { Scene } from './scene.ts';

const { graph, chains } = example({
  instances: [
    { name: 'db', profile: 'db-profile' },
    ...Array.from({ length: 5 }, (_, n) => ({ name: `web-${n + 1}`, profile: 'web' })),
  ],
  profiles: { 'db-profile': 'db-role', web: 'closed' },
  distrusting: ['closed'],
});

const draw = (name?: string): Scene =>
  buildScene(graph, chains, [], {
    openFolds: [],
    accountNames: name === undefined ? undefined : new Map([['111122223333', name]]),
  });
const marksOf = (scene: Scene) => scene.columns.flatMap((column) => column.marks);

describe('where there are several accounts', () => {
  test('every mark says to the eye and to a screen reader whose it is', () => {
    for (const mark of marksOf(draw('Acme'))) {
      expect(mark.subtitle.text, mark.title.full).toContain('Acme');
      expect(mark.subtitle.full, mark.title.full).toContain('Acme');
      if (!mark.fold) expect(mark.spoken).toContain('In account Acme.');
    }
  });

  test('a long name is cut and never pushes the id out', () => {
    const scene = draw('The Very Long Name Of A Customer, Production');
    const db = marksOf(scene).find((mark) => mark.title.full === 'db');
    expect(db?.subtitle.text).toMatch(/^i-db .*The Very Lo…$/);
  });

  test('with one account alone nothing is said of it', () => {
    expect(
      marksOf(draw())
        .map((mark) => `${mark.subtitle.full} ${mark.spoken}`)
        .join(),
    ).not.toMatch(/Acme|account/i);
  });
});
