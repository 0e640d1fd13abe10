import { expect, test } from 'vitest';
import { clampZoom, detailAt, fitZoom, MOST_ZOOM, scaleAt, scrollKeeping } from './zoom.ts';

test('zooming out presses the rows and leaves the columns as wide as they are', () => {
  expect(scaleAt(0.2)).toEqual({ x: 1, y: 0.2 });
  expect(scaleAt(1.5)).toEqual({ x: 1.5, y: 1.5 });
});

test('one can zoom out until everything is in view, and no further', () => {
  expect(fitZoom(180_000, 900)).toBe(0.005);
  expect(fitZoom(300, 900)).toBe(1);
  expect(clampZoom(0.0001, 180_000, 900)).toBe(0.005);
  expect(clampZoom(99, 180_000, 900)).toBe(MOST_ZOOM);
});

test('the point under the pointer stays where it is', () => {
  const scroll = scrollKeeping(300, 1_000, 1, 0.5);
  expect((scroll + 300) / 0.5).toBe((1_000 + 300) / 1);
});

test('texts go when rows get too low or marks too many', () => {
  expect(detailAt(1, 3, 900)).toBe('full');
  expect(detailAt(0.5, 3, 900)).toBe('title');
  expect(detailAt(0.5, 3, 5_000)).toBe('outline');
  expect(detailAt(0.1, 3, 900)).toBe('outline');
});
