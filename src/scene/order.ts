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

/** Far enough to put every chain that changed before all that did not, in the same order among themselves. */
const CHANGED_FIRST = -10;

/** Lower comes first. Where two reads are compared, what changed comes before all else. */
export function rankOf(chain: Chain): number {
  const rank = chain.status === 'broken' && !chain.instance ? BROKEN_UNUSED : RANKS[chain.status];
  return isChange(chain.change) ? rank + CHANGED_FIRST : rank;
}

/** Whether something surely became of it. */
export function isChange(change: Chain['change']): boolean {
  return change !== undefined && change !== 'unknown';
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
  const text = label.toLowerCase();
  let key = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
    const end = at;
    key += text.slice(copied, start);
    while (start < end - 1 && text.charCodeAt(start) === ZERO) start += 1;
    key += String.fromCharCode(end - start) + text.slice(start, end);
    copied = end;
  }
  return copied === 0 ? text : key + text.slice(copied);
}

const ZERO = 48;

/** ASCII digits by their UTF-16 unit: labels are taken apart by the ten thousand, and a pattern is three times slower. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= 57;
}
