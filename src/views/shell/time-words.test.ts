import { expect, test } from 'vitest';
import { timeLeft } from './time-words.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

test.each([
  ['2026-11-25T12:00:40Z', '40 s'],
  ['2026-11-25T12:52:59Z', '52 min'],
  ['2026-11-25T15:00:00Z', '3 h'],
  ['2026-11-25T15:05:00Z', '3 h 5 min'],
  ['2026-11-28T12:00:00Z', '3 d'],
])('until %s it is %s', (until, words) => {
  expect(timeLeft(until, NOW)).toBe(words);
});

test('a time that is past, or no time at all, leaves nothing', () => {
  expect(timeLeft('2026-11-25T12:00:00Z', NOW)).toBeUndefined();
  expect(timeLeft('soon', NOW)).toBeUndefined();
});
