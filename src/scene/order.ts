import { compareText } from '../base/compare.ts';
import type { Chain, ChainStatus } from '../graph/chain.ts';

/**
 * What is broken comes first, at every level, and what an instance suffers from before what nothing uses: a person with
 * ten thousand instances sees it without scrolling, and its place depends on the data alone. What works comes next, what
 * cannot be told after it, what is unused last.
 */
const RANKS: Readonly<Record<ChainStatus, number>> = {
  broken: 0,
  changing: 2,
  works: 3,
  unknown: 4,
  'no-profile': 5,
  unused: 6,
  unattached: 7,
};
const BROKEN_UNUSED = 1;

export const LAST_RANK = 8;

/** Lower comes first. */
export function rankOf(chain: Chain): number {
  return chain.status === 'broken' && !chain.instance ? BROKEN_UNUSED : RANKS[chain.status];
}

/** What an item is ordered by: its rank, then its label as people count, then its id. */
export interface Ordered {
  readonly rank: number;
  /** From {@link labelKey}. */
  readonly key: string;
  readonly id: string;
}

export function compareOrdered(a: Ordered, b: Ordered): number {
  return a.rank - b.rank || compareText(a.key, b.key) || compareText(a.id, b.id);
}

/**
 * A text whose plain order is the natural order of labels: `web-2` before `web-10`, in any letter case. Each run of
 * digits gets its length in front, so that sorting many labels takes none of them apart twice.
 */
export function labelKey(label: string): string {
  return DIGIT.test(label) ? label.toLowerCase().replace(DIGITS, withLength) : label.toLowerCase();
}

const DIGIT = /\d/;
const DIGITS = /\d+/g;

function withLength(digits: string): string {
  const significant = digits.startsWith('0') ? digits.replace(/^0+(?=.)/, '') : digits;
  return String.fromCharCode(significant.length) + significant;
}
