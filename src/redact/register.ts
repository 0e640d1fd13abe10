import { madeUpWords, type WordLength, wordLength } from './words.ts';

/**
 * Remembers which pseudonym stands for what, for the life of the page: what is met again gets what it got before, in whatever
 * order parts arrive. Numbers count up in the order of first meeting, so none can be computed back. Nothing of it may be stored.
 */
export interface Register {
  /** For one word of letters, in lower case; of a word in other case the caller sets the case. */
  readonly word: (lower: string) => string;
  /** How a run of letters falls into words: as it did when it was first met, in whatever case. */
  readonly parts: (run: string) => readonly number[];
  /** Which spelling of a word this is, from 0, among those that are neither all small, all large nor with one large initial. */
  readonly spelling: (word: string) => number;
  /** A number of as many digits; another series for each `series`. */
  readonly digits: (series: string, text: string, length: number) => string;
  /** A number, counted from 1 in each series. */
  readonly count: (series: string, text: string) => number;
}

export function createRegister(): Register {
  const words = new Map<string, string>();
  const sources: Record<WordLength, Generator<string, never>> = {
    short: madeUpWords('short'),
    long: madeUpWords('long'),
  };
  const runs = new Map<string, readonly number[]>();
  const spellings = new Map<string, Map<string, number>>();
  const series = new Map<string, Map<string, number>>();

  const count = (name: string, text: string): number => {
    const known = series.get(name) ?? new Map<string, number>();
    series.set(name, known);
    const at = known.get(text) ?? known.size + 1;
    known.set(text, at);
    return at;
  };

  return {
    word: (lower) => {
      const known = words.get(lower);
      if (known !== undefined) return known;
      const source = sources[wordLength(lower)];
      let made = source.next().value;
      // A word that happens to be a real one of this account would hide nothing.
      while (made === lower || words.has(made)) made = source.next().value;
      words.set(lower, made);
      return made;
    },
    parts: (run) => {
      const lower = run.toLowerCase();
      const known = runs.get(lower);
      if (known !== undefined) return known;
      const parts = splitRun(run);
      runs.set(lower, parts);
      return parts;
    },
    spelling: (word) => {
      const lower = word.toLowerCase();
      const known = spellings.get(lower) ?? new Map<string, number>();
      spellings.set(lower, known);
      const at = known.get(word) ?? known.size;
      known.set(word, at);
      return at;
    },
    count,
    digits: (name, text, length) => String(count(`${name} ${length}`, text)).padStart(length, '0'),
  };
}

const WORDS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|[^\p{Lu}\p{Ll}]+/gu;

/** Lengths of the words in a run such as `WebServer`; letters whose case changes their length make one word. */
function splitRun(run: string): readonly number[] {
  if (run.toLowerCase().length !== run.length) return [run.length];
  return Array.from(run.matchAll(WORDS), ([word]) => word.length);
}
