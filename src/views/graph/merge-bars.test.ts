import { expect, test } from 'vitest';
import { mergeBars } from './merge-bars.ts';

const bar = (top: number, level: number, x = 0) => ({ x, width: 10, top, bottom: top + 44, level });

test('of many rows on one pixel the worst shows', () => {
  expect(mergeBars([bar(0, 1), bar(50, 4), bar(100, 1)], 0.005)).toEqual([
    { x: 0, width: 10, top: 0, bottom: 1, level: 4 },
  ]);
});

test('pixels of one level that follow each other become one bar, in each column for itself', () => {
  const rows = Array.from({ length: 40 }, (_, n) => bar(n * 54, n === 20 ? 4 : 1));
  expect(mergeBars([...rows, bar(0, 2, 99)], 1 / 54)).toEqual([
    { x: 0, width: 10, top: 0, bottom: 20, level: 1 },
    { x: 0, width: 10, top: 20, bottom: 21, level: 4 },
    { x: 0, width: 10, top: 21, bottom: 40, level: 1 },
    { x: 99, width: 10, top: 0, bottom: 1, level: 2 },
  ]);
});
