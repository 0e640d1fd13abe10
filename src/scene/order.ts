import { compareText } from '../base/compare.ts';
import type { ChainStatus } from '../graph/chain.ts';

/**
 * What is broken comes first, at every level: a person with ten thousand instances sees it without scrolling, and the
 * place depends on the data alone. What works comes next, what cannot be told after it, what nothing uses last.
 */
const RANKS: Readonly<Record<ChainStatus, number>> = {
  broken: 0,
  changing: 1,
  works: 2,
  unknown: 3,
  'no-profile': 4,
  unused: 5,
  unattached: 6,
};

export const LAST_RANK = 7;

/** Lower comes first. */
export function rankOf(status: ChainStatus): number {
  return RANKS[status];
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
  return label.toLowerCase().replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=.)/, '');
    return String.fromCharCode(significant.length) + significant;
  });
}
