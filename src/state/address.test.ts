import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '../graph/graph.ts';
import { NO_FILTER } from '../scene/chain-filter.ts';
import { formatAddress, parseAddress, START_VIEW } from './address.ts';
import type { ViewState } from './view-state.ts';

const word = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.length <= max);
const words = (max: number): fc.Arbitrary<string[]> => fc.uniqueArray(word(max), { maxLength: 5 });

const anyView: fc.Arbitrary<ViewState> = fc
  .record({
    view: fc.constantFrom('graph', 'table', 'findings'),
    selected: fc.option(word(1200), { nil: undefined }),
    filter: fc.record({
      search: fc.oneof(fc.constant(''), word(256)),
      accounts: words(120),
      regions: words(120),
      states: words(120),
      onlyBroken: fc.boolean(),
      onlyNamesDiffer: fc.boolean(),
      onlyUnused: fc.boolean(),
      withTerminated: fc.boolean(),
    }),
    openFolds: words(1200),
  })
  .map(({ selected, ...rest }) => ({
    ...rest,
    ...(selected !== undefined && { selected: selected as NodeId }),
  }));

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
