import { expect, test } from 'vitest';
import { buildScene } from '../../scene/build-scene.ts';
import { example } from '../../scene/example.test-data.ts';
import { indexWires } from '../../scene/visible-part.ts';
import { firstMark, type MoveKey, nextMark } from './next-mark.ts';

const { graph, chains } = example({
  instances: [
    { name: 'a', profile: 'p1' },
    { name: 'b', profile: 'p1' },
    { name: 'c', profile: 'p2' },
    { name: 'x' },
    { name: 'y' },
    { name: 'z' },
  ],
  profiles: { p1: 'shared', p2: 'shared', u1: 'r1', u2: 'r2', u3: 'r3' },
});
const scene = buildScene(graph, chains, [], { openFolds: [] });
const wires = indexWires(scene);

function walk(...keys: readonly MoveKey[]): string | undefined {
  const start = firstMark(scene);
  return start && keys.reduce((mark, key) => nextMark(scene, wires, mark, key), start).title.full;
}

test('the walk starts at the upper left', () => {
  expect(walk()).toBe('a');
});

test('up and down stay in the column and stop at its ends', () => {
  expect(walk('ArrowDown', 'ArrowDown')).toBe('c');
  expect(walk('ArrowUp')).toBe('a');
  expect(walk('End')).toBe('3 instances without a profile');
  expect(walk('End', 'ArrowDown')).toBe('3 instances without a profile');
  expect(walk('End', 'Home')).toBe('a');
});

test('right and left follow the wires', () => {
  expect(walk('ArrowRight')).toBe('p1');
  expect(walk('ArrowRight', 'ArrowRight')).toBe('shared');
  expect(walk('ArrowDown', 'ArrowDown', 'ArrowRight')).toBe('p2');
  expect(walk('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft')).toBe('p1');
});

test('where no wire leads, the next mark beside is reached, so nothing is out of reach', () => {
  expect(walk('End', 'ArrowRight')).toBe('3 profiles no instance uses');
});
