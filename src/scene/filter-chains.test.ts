import { describe, expect, test } from 'vitest';
import type { ChainFilter } from './chain-filter.ts';
import { NO_FILTER } from './chain-filter.ts';
import { type Example, example } from './example.test-data.ts';
import { filterChains } from './filter-chains.ts';

const ACCOUNT: Example = {
  instances: [
    { name: 'web-1', profile: 'web', tags: { Team: 'Shop Front' } },
    { name: 'web-2', profile: 'web', region: 'us-east-1', state: 'stopped' },
    { name: 'old', profile: 'web', state: 'terminated' },
    { name: 'lost', profile: 'nowhere' },
  ],
  profiles: { web: 'WebRole', spare: 'spare' },
  roles: ['loose'],
};

function shown(filter: Partial<ChainFilter>): readonly string[] {
  const { graph, chains } = example(ACCOUNT);
  const filtered = filterChains(graph, chains, { ...NO_FILTER, ...filter });
  return filtered.chains.map((chain) => graph.nodes.get(chain.id)?.label ?? '').sort();
}

describe('search', () => {
  test('finds the name, id, ARN, IP address or tag of any node on the chain, in any letter case', () => {
    expect(shown({ search: 'WEB-1' })).toEqual(['web-1']);
    expect(shown({ search: 'i-web-2' })).toEqual(['web-2']);
    expect(shown({ search: 'webrole' })).toEqual(['web-1', 'web-2']);
    expect(shown({ search: 'role/WebRole' })).toEqual(['web-1', 'web-2']);
    expect(shown({ search: '10.0.0.12' })).toEqual(['lost', 'web-1', 'web-2']);
    expect(shown({ search: 'team=shop' })).toEqual(['web-1']);
    expect(shown({ search: 'front' })).toEqual(['web-1']);
    expect(shown({ search: 'AIPAspare' })).toEqual(['spare']);
  });

  test('of several words all must be found, each somewhere on the chain', () => {
    expect(shown({ search: '  web-1 WebRole ' })).toEqual(['web-1']);
    expect(shown({ search: 'web-1 spare' })).toEqual([]);
  });
});

describe('filters', () => {
  test('terminated instances are left out until asked for', () => {
    expect(shown({})).toEqual(['loose', 'lost', 'spare', 'web-1', 'web-2']);
    expect(shown({ withTerminated: true })).toContain('old');
    expect(shown({ states: ['terminated'] })).toEqual(['old']);
  });

  test('a region and a state are those of the instance', () => {
    expect(shown({ regions: ['us-east-1'] })).toEqual(['web-2']);
    expect(shown({ states: ['stopped'] })).toEqual(['web-2']);
  });

  test('only what is broken, whose names differ, or what is unused', () => {
    expect(shown({ onlyBroken: true })).toEqual(['lost']);
    expect(shown({ onlyNamesDiffer: true })).toEqual(['web-1', 'web-2']);
    expect(shown({ onlyUnused: true })).toEqual(['loose', 'spare']);
  });
});

describe('the counts beside the filters', () => {
  test('say how many chains a choice would show with the other filters as they are', () => {
    const { graph, chains } = example(ACCOUNT);
    const { facets } = filterChains(graph, chains, { ...NO_FILTER, regions: ['us-east-1'] });
    expect(facets.regions).toEqual([
      { value: 'eu-west-1', count: 2 },
      { value: 'us-east-1', count: 1 },
    ]);
    expect(facets.states).toEqual([{ value: 'stopped', count: 1 }]);
    expect([facets.broken, facets.namesDiffer, facets.unused, facets.terminated]).toEqual([0, 1, 0, 0]);
  });

  test('a choice that matches nothing any more stays listed, so that it can be taken back', () => {
    const { graph, chains } = example(ACCOUNT);
    const { facets } = filterChains(graph, chains, { ...NO_FILTER, regions: ['ap-south-1'] });
    expect(facets.regions).toContainEqual({ value: 'ap-south-1', count: 0 });
  });
});
