import { describe, expect, test } from 'vitest';
import { buildScene } from './build-scene.ts';
import { example } from './example.test-data.ts';
import { indexWires, markNear, marksIn, wiresToDraw } from './visible-part.ts';

const MANY = Array.from({ length: 300 }, (_, n) => ({ name: `web-${n}`, profile: 'web' }));

function openStack() {
  const { graph, chains } = example({ instances: MANY, profiles: { web: 'web' } });
  const closed = buildScene(graph, chains, [], { openFolds: [] });
  const openFolds = [...closed.marks.values()].flatMap((mark) => mark.fold?.key ?? []);
  const scene = buildScene(graph, chains, [], { openFolds });
  const instances = scene.columns[0];
  if (!instances) throw new Error('The scene has no columns.');
  return { scene, instances };
}

describe('what is on screen', () => {
  test('all marks that reach into the band are found, and no others', () => {
    const { instances } = openStack();
    for (const band of [
      { top: 0, bottom: 900 },
      { top: 5_000, bottom: 5_100 },
      { top: -500, bottom: -100 },
      { top: 1e6, bottom: 2e6 },
    ]) {
      const expected = instances.marks.filter(
        (mark) => mark.y + mark.height >= band.top && mark.y <= band.bottom,
      );
      expect(marksIn(instances, band)).toEqual(expected);
    }
  });

  test('all wires that reach into the band are found, however far away they start', () => {
    const { scene } = openStack();
    const band = { top: 3_000, bottom: 3_500 };
    const expected = scene.wires.filter((wire) => wire.bottom >= band.top && wire.top <= band.bottom);
    expect(expected.length).toBeGreaterThan(200);
    expect(new Set(indexWires(scene).in(band))).toEqual(new Set(expected));
  });

  test('hundreds of wires that pass by on one trunk are drawn as one', () => {
    const { scene, instances } = openStack();
    const band = { top: 3_000, bottom: 3_500 };
    const drawn = wiresToDraw(scene, indexWires(scene).in(band), band, () => false);
    expect(drawn.length).toBeLessThanOrEqual(marksIn(instances, band).length + 1);
    const passing = drawn[0];
    expect(passing && passing.top < band.top && passing.bottom > band.bottom).toBe(true);
  });

  test('the mark next to a point is found between two rows and beyond the last', () => {
    const { instances } = openStack();
    const [first, second] = instances.marks;
    const last = instances.marks.at(-1);
    if (!first || !second) throw new Error('The column is empty.');
    expect(markNear(instances, -50)).toBe(first);
    expect(markNear(instances, second.y - 1)).toBe(second);
    expect(markNear(instances, 1e9)).toBe(last);
  });
});
