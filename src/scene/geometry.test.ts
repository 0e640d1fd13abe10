import { expect, test } from 'vitest';
import { columnGeometry, pictureWidth, roomFor } from './geometry.ts';

const RAIL_AND_PANEL = 216 + 352;

test.each([
  ['an upright tablet', 768],
  ['a window of 1280 px, beside rail and panel', 1280 - RAIL_AND_PANEL],
  ['a window of 1440 px, beside rail and panel', 1440 - RAIL_AND_PANEL],
  ['a window of 2560 px, beside rail and panel', 2560 - RAIL_AND_PANEL],
])('the chain is in view from instance to role on %s', (_, view) => {
  expect(pictureWidth(columnGeometry(roomFor(view), { sources: true, policies: false }))).toBeLessThanOrEqual(
    view,
  );
});

test.each([1440, 1920, 2560])(
  'with policies all four columns are in view on %i px, beside rail and panel',
  (px) => {
    const view = px - RAIL_AND_PANEL;
    const room = roomFor(view, true);
    expect(pictureWidth(columnGeometry(room, { sources: true, policies: true }))).toBeLessThanOrEqual(view);
  },
);

test('the more room there is, the wider the columns', () => {
  expect([600, 800, 900, 1200, 1600].map((view) => roomFor(view))).toEqual([
    'tight',
    'tight',
    'regular',
    'wide',
    'widest',
  ]);
});
