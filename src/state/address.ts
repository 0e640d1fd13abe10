import type { NodeId } from '../graph/graph.ts';
import { type ChainFilter, NO_FILTER } from '../scene/chain-filter.ts';
import type { ViewState } from './view-state.ts';

/** What a bare address shows. */
export const START_VIEW: ViewState = { view: 'graph', filter: NO_FILTER, openFolds: [] };

/**
 * Reads a query string (`?view=table&q=web&only=broken`) into what it shows. Anything that it does not know, or that is
 * too long, is left out without a word: an address may come from anywhere.
 */
export function parseAddress(search: string): ViewState {
  const query = new URLSearchParams(search);
  const only = new Set(query.getAll('only'));
  const selected = texts(query, 'node', 1, 1200)[0];
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'graph',
    ...(selected !== undefined && { selected: selected as NodeId }),
    filter: {
      search: texts(query, 'q', 1, 256)[0] ?? '',
      accounts: texts(query, 'account', 100, 120),
      regions: texts(query, 'region', 100, 120),
      states: texts(query, 'state', 20, 120),
      onlyBroken: only.has(ONLY.onlyBroken),
      onlyNamesDiffer: only.has(ONLY.onlyNamesDiffer),
      onlyUnused: only.has(ONLY.onlyUnused),
      ...(only.has(ONLY.onlyChanges) && { onlyChanges: true }),
      withTerminated: query.getAll('with').includes('terminated'),
    },
    openFolds: texts(query, 'open', 300, 1200),
    ...(query.get('policies') === '1' && { policies: true }),
  };
}

/** The other way round; an empty string for {@link START_VIEW}, else it starts with `?`. Holds names and ids, no secret. */
export function formatAddress(state: ViewState): string {
  const query = new URLSearchParams();
  if (state.view !== 'graph') query.append('view', state.view);
  if (state.filter.search !== '') query.append('q', state.filter.search);
  for (const account of state.filter.accounts) query.append('account', account);
  for (const region of state.filter.regions) query.append('region', region);
  for (const value of state.filter.states) query.append('state', value);
  for (const key of ONLY_KEYS) if (state.filter[key]) query.append('only', ONLY[key]);
  if (state.filter.withTerminated) query.append('with', 'terminated');
  if (state.selected !== undefined) query.append('node', state.selected);
  if (state.policies) query.append('policies', '1');
  for (const fold of state.openFolds) query.append('open', fold);
  const text = query
    .toString()
    // Legal in a query as they are, and far easier to read in ARNs and ids.
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/%2C/g, ',')
    .replace(/%40/g, '@');
  return text === '' ? '' : `?${text}`;
}

const VIEWS: readonly ViewState['view'][] = ['graph', 'table', 'findings'];

const ONLY = {
  onlyBroken: 'broken',
  onlyNamesDiffer: 'names-differ',
  onlyUnused: 'unused',
  onlyChanges: 'changes',
} as const satisfies Partial<Record<keyof ChainFilter, string>>;

const ONLY_KEYS = ['onlyBroken', 'onlyNamesDiffer', 'onlyUnused', 'onlyChanges'] as const;

/** The distinct, non-empty values of one key that are no longer than `length`, at most `count` of them. */
function texts(query: URLSearchParams, key: string, count: number, length: number): readonly string[] {
  const fitting = query.getAll(key).filter((text) => text !== '' && text.length <= length);
  return [...new Set(fitting)].slice(0, count);
}
