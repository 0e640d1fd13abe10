import { compareText } from '../base/compare.ts';
import type { Chain } from '../graph/chain.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import type { ChainFilter } from './chain-filter.ts';
import { isChange } from './order.ts';
import { nodesMatching } from './search-text.ts';

/** One choice of a filter, and how many chains it would show with every other filter as it stands. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What the filter rail shows. Choices that are chosen stay listed even when they match nothing. */
export interface Facets {
  readonly accounts: readonly FacetCount[];
  readonly regions: readonly FacetCount[];
  readonly states: readonly FacetCount[];
  readonly broken: number;
  readonly namesDiffer: number;
  readonly unused: number;
  readonly changed: number;
  readonly terminated: number;
}

export interface FilteredChains {
  /** In the order they came. */
  readonly chains: readonly Chain[];
  readonly facets: Facets;
}

/** The filters, a bit each: a chain counts for a filter's choice when no other filter turns it away. */
const TURNED_AWAY = {
  search: 1,
  account: 2,
  region: 4,
  state: 8,
  broken: 16,
  names: 32,
  unused: 64,
  dead: 128,
  changes: 256,
};
const DEAD_STATES: ReadonlySet<string> = new Set(['terminated', 'shutting-down']);
/** For an instance whose state no source gave. */
const STATE_NOT_KNOWN = 'unknown';

/**
 * The chains that a person asked to see. A search term is looked for on every node of a chain, and of several terms all
 * must be found. A region or a state is an instance's: chains without an instance are left out when one is chosen. An instance
 * that was terminated since the earlier of two compared reads is shown as what it is, a change.
 */
export function filterChains(graph: Graph, chains: readonly Chain[], filter: ChainFilter): FilteredChains {
  const finds = searcher(graph, filter.search);
  const counts = new FacetCounter(filter);
  const shown: Chain[] = [];
  for (const chain of chains) {
    const state = instanceState(graph, chain);
    const turned = turnedAway(chain, state, filter, finds(chain));
    counts.add(chain, state, turned);
    if (turned === 0) shown.push(chain);
  }
  return { chains: shown, facets: counts.facets() };
}

function searcher(graph: Graph, search: string): (chain: Chain) => boolean {
  const terms = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = terms.map((term) => nodesMatching(graph, term));
  return ({ instance, profile, role }) =>
    matches.every((found) => isIn(found, instance) || isIn(found, profile) || isIn(found, role));
}

function isIn(nodes: ReadonlySet<NodeId>, node: NodeId | undefined): boolean {
  return node !== undefined && nodes.has(node);
}

function instanceState(graph: Graph, chain: Chain): string | undefined {
  const node = chain.instance && graph.nodes.get(chain.instance);
  if (node?.kind !== 'instance') return undefined;
  return node.record?.State ?? STATE_NOT_KNOWN;
}

function turnedAway(chain: Chain, state: string | undefined, filter: ChainFilter, found: boolean): number {
  let turned = found ? 0 : TURNED_AWAY.search;
  if (!chosen(filter.accounts, chain.accountId)) turned |= TURNED_AWAY.account;
  if (!chosen(filter.regions, chain.region)) turned |= TURNED_AWAY.region;
  if (!chosen(filter.states, state)) turned |= TURNED_AWAY.state;
  if (filter.onlyBroken && !isBroken(chain)) turned |= TURNED_AWAY.broken;
  if (filter.onlyNamesDiffer && !chain.namesDiffer) turned |= TURNED_AWAY.names;
  if (filter.onlyUnused && !isUnused(chain)) turned |= TURNED_AWAY.unused;
  if (filter.onlyChanges && !isChange(chain.change)) turned |= TURNED_AWAY.changes;
  if (
    !filter.withTerminated &&
    isDead(state) &&
    !filter.states.includes(state ?? '') &&
    !isChange(chain.change)
  )
    turned |= TURNED_AWAY.dead;
  return turned;
}

function chosen(choices: readonly string[], value: string | undefined): boolean {
  return choices.length === 0 || (value !== undefined && choices.includes(value));
}

function isBroken(chain: Chain): boolean {
  return chain.status === 'broken';
}

function isUnused(chain: Chain): boolean {
  return chain.status === 'unused' || chain.status === 'unattached';
}

function isDead(state: string | undefined): boolean {
  return state !== undefined && DEAD_STATES.has(state);
}

class FacetCounter {
  readonly #accounts: Map<string, number>;
  readonly #regions: Map<string, number>;
  readonly #states: Map<string, number>;
  #broken = 0;
  #namesDiffer = 0;
  #unused = 0;
  #changed = 0;
  #terminated = 0;

  constructor(filter: ChainFilter) {
    this.#accounts = new Map(filter.accounts.map((value) => [value, 0]));
    this.#regions = new Map(filter.regions.map((value) => [value, 0]));
    this.#states = new Map(filter.states.map((value) => [value, 0]));
  }

  add(chain: Chain, state: string | undefined, turned: number): void {
    const passesBut = (filter: number) => (turned & ~filter) === 0;
    if (passesBut(TURNED_AWAY.account)) count(this.#accounts, chain.accountId);
    if (passesBut(TURNED_AWAY.region)) count(this.#regions, chain.region);
    if (passesBut(TURNED_AWAY.state | TURNED_AWAY.dead)) count(this.#states, state);
    if (isBroken(chain) && passesBut(TURNED_AWAY.broken)) this.#broken += 1;
    if (chain.namesDiffer && passesBut(TURNED_AWAY.names)) this.#namesDiffer += 1;
    if (isUnused(chain) && passesBut(TURNED_AWAY.unused)) this.#unused += 1;
    if (isChange(chain.change) && passesBut(TURNED_AWAY.changes)) this.#changed += 1;
    if (isDead(state) && passesBut(TURNED_AWAY.dead)) this.#terminated += 1;
  }

  facets(): Facets {
    return {
      accounts: sorted(this.#accounts),
      regions: sorted(this.#regions),
      states: sorted(this.#states),
      broken: this.#broken,
      namesDiffer: this.#namesDiffer,
      unused: this.#unused,
      changed: this.#changed,
      terminated: this.#terminated,
    };
  }
}

function count(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function sorted(counts: ReadonlyMap<string, number>): readonly FacetCount[] {
  return Array.from(counts, ([value, n]) => ({ value, count: n })).sort((a, b) =>
    compareText(a.value, b.value),
  );
}
