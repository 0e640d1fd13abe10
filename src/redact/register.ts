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
  /** A number, counted from 1 in each series, as `format` writes it. */
  readonly numbered: (series: string, text: string, format: (number: number) => string) => string;
  /** Takes note of what is really there, so that no pseudonym happens to be the same. */
  readonly reserve: (text: string) => void;
  /** Takes note of a pseudonym that was put together from others. */
  readonly give: (text: string) => void;
  /** Whether a text is a pseudonym of this register. */
  readonly gave: (text: string) => boolean;
}

/** For texts that may hold pseudonyms already, as those do that somebody copies from the page: these stay what they are. */
export function keepingGiven(register: Register): Register {
  return {
    ...register,
    word: (lower) => (register.gave(lower) ? lower : register.word(lower)),
    parts: (run) => (register.gave(run.toLowerCase()) ? [run.length] : register.parts(run)),
    numbered: (series, text, format) =>
      register.gave(text) ? text : register.numbered(series, text, format),
  };
}

export function createRegister(): Register {
  const words = new Map<string, string>();
  const sources: Record<WordLength, Generator<string, never>> = {
    short: madeUpWords('short'),
    long: madeUpWords('long'),
  };
  const runs = new Map<string, readonly number[]>();
  const spellings = new Map<string, Map<string, number>>();
  const series = new Map<string, { readonly known: Map<string, string>; last: number }>();
  const real = new Set<string>();
  const given = new Set<string>();

  return {
    word: (lower) => {
      const known = words.get(lower);
      if (known !== undefined) return known;
      const source = sources[wordLength(lower)];
      let made = source.next().value;
      while (real.has(made) || words.has(made)) made = source.next().value;
      words.set(lower, made);
      given.add(made);
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
    numbered: (name, text, format) => {
      const one = series.get(name) ?? { known: new Map<string, string>(), last: 0 };
      series.set(name, one);
      const known = one.known.get(text);
      if (known !== undefined) return known;
      let made: string;
      do {
        one.last += 1;
        made = format(one.last);
      } while (real.has(made));
      one.known.set(text, made);
      given.add(made);
      return made;
    },
    give: (text) => given.add(text),
    gave: (text) => given.has(text),
    reserve: (text) => {
      if (real.has(text)) return;
      const lower = text.toLowerCase();
      real.add(lower).add(text);
      for (const [run] of lower.matchAll(/\p{L}+/gu)) real.add(run);
    },
  };
}

const WORDS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|[^\p{Lu}\p{Ll}]+/gu;

/** Lengths of the words in a run such as `WebServer`; letters whose case changes their length make one word. */
function splitRun(run: string): readonly number[] {
  if (run.toLowerCase().length !== run.length) return [run.length];
  return Array.from(run.matchAll(WORDS), ([word]) => word.length);
}
