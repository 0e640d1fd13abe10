import { describe, expect, it } from 'vitest';
import { nextRow } from './use-row-keys.ts';

const page = () => 10;

describe('Keys in the table', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['PageDown', 50, 60],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
  ])('%s leads from row %i to row %i', (key, from, to) => {
    expect(nextRow(key, from, 100, page)).toBe(to);
  });

  it('leaves other keys to the browser', () => {
    expect(nextRow('a', 5, 100, page)).toBeUndefined();
    expect(nextRow('Tab', 5, 100, page)).toBeUndefined();
  });

  it('moves at least one row where not even one fits', () => {
    expect(nextRow('PageDown', 5, 100, () => -1)).toBe(6);
  });
});
