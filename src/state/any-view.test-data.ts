import * as fc from 'fast-check';
import type { NodeId } from '../graph/graph.ts';
import type { ViewState } from './view-state.ts';

const word = (max: number): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.length <= max);
const words = (max: number): fc.Arbitrary<string[]> => fc.uniqueArray(word(max), { maxLength: 5 });

/** Every look of the screen that an address can hold. */
export const anyView: fc.Arbitrary<ViewState> = fc
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
