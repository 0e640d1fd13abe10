import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '../graph/graph.ts';
import { NO_FILTER } from '../scene/chain-filter.ts';
import { formatAddress, parseAddress, START_VIEW } from './address.ts';
import { anyView } from './any-view.test-data.ts';

test('an address that the app wrote brings back exactly what was on screen', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(parseAddress(formatAddress(view))).toEqual(view);
    }),
  );
});

test('any text as a query gives a view that can be shown and written again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const view = parseAddress(text);
      expect(parseAddress(formatAddress(view))).toEqual(view);
    }),
  );
});

test('the start view has an empty query, and an empty query is the start view', () => {
  expect(formatAddress(START_VIEW)).toBe('');
  expect(parseAddress('')).toEqual(START_VIEW);
});

test('an ARN stays readable in the address', () => {
  const selected = 'profile:arn:aws:iam::111122223333:instance-profile/s3access-profile' as NodeId;
  const search = formatAddress({ ...START_VIEW, selected, filter: { ...NO_FILTER, onlyBroken: true } });
  expect(search).toBe(
    '?only=broken&node=profile:arn:aws:iam::111122223333:instance-profile/s3access-profile',
  );
});

test('unknown views, unknown keys and over-long values are left out', () => {
  const query = `?view=admin&q=${'x'.repeat(257)}&only=everything&secret=1&region=&region=eu-west-1&region=eu-west-1`;
  expect(parseAddress(query)).toEqual({
    ...START_VIEW,
    filter: { ...NO_FILTER, regions: ['eu-west-1'] },
  });
});

test('an address keeps that only changes are shown', () => {
  const view = { ...START_VIEW, filter: { ...NO_FILTER, onlyChanges: true } };
  expect(formatAddress(view)).toBe('?only=changes');
  expect(parseAddress('?only=changes')).toEqual(view);
});

test('an address keeps that the policies of roles are drawn', () => {
  expect(formatAddress({ ...START_VIEW, policies: true })).toBe('?policies=1');
  expect(parseAddress('?policies=1')).toEqual({ ...START_VIEW, policies: true });
  expect(parseAddress('?policies=yes')).toEqual(START_VIEW);
});
