import { groupBy } from '../base/index-by.ts';
import type { ChainChange } from './comparison.ts';
import { quoted } from './difference.ts';

/** Changes that one line tells. */
export interface ChangeGroup {
  /** Of the first of them; stable as long as that one stays. */
  readonly id: string;
  readonly kind: ChainChange['kind'];
  readonly changes: readonly [ChainChange, ...ChainChange[]];
  /** The sentence of one change, or one that speaks of all. */
  readonly sentence: string;
}

/** A group has at least so many: two lines are read as fast as one that speaks of two. */
const FEWEST = 3;

/** Puts instances that fared alike into one line, as a fleet does when its profile gets another role. Order stays. */
export function groupChanges(changes: readonly ChainChange[]): readonly ChangeGroup[] {
  const alike = groupBy(changes, (change) =>
    change.subject === 'instance'
      ? `${change.kind} ${change.accountId ?? ''} ${change.words}`
      : `${change.kind} ${change.id}`,
  );
  return [...alike.values()].flatMap((list) => {
    const [first, ...rest] = list;
    if (first === undefined) return [];
    return list.length < FEWEST ? list.map((one) => groupOf(one, [])) : [groupOf(first, rest)];
  });
}

function groupOf(first: ChainChange, rest: readonly ChainChange[]): ChangeGroup {
  const { id, kind } = first;
  const names = `${quoted(first.label)} and ${rest.length} more`;
  const words = kind === 'changed' ? `: ${first.words}` : ` ${ofMany(first.words)}`;
  const sentence = rest.length === 0 ? first.sentence : `${names}${words}.`;
  return { id, kind, changes: [first, ...rest], sentence };
}

/** What is said of one instance that came or went, of several. */
function ofMany(words: string): string {
  return words
    .replace(/^is /, 'are ')
    .replace(/^are new, with/, 'are new, each with')
    .replace(': it had', ': they had');
}
