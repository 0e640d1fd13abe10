import { isMessageWord } from './message-words.ts';

/** Names that were hidden somewhere, to be found again in the middle of sentences. */
export interface KnownNames {
  readonly add: (name: string, hidden: string) => void;
  /**
   * A text with every known name in it replaced, the longest first, and only where it is no part of another word. `said` are names
   * of this text alone, as its sentence tells; `between` gets what no name is in.
   */
  readonly replaceIn: (
    text: string,
    said: ReadonlyMap<string, string>,
    hideWhole: (token: string) => string,
    between: (text: string) => string,
  ) => string;
}

/** Shorter names are too much like words; where a sentence says that a name follows, they are found all the same. */
const SHORTEST = 3;

export function createKnownNames(): KnownNames {
  const hiddenBy = new Map<string, string>();
  /** Lengths of the names that begin with a word, longest first: a text is looked up, never searched name by name. */
  const lengths = new Map<string, number[]>();

  const longestAt = (text: string, at: number): string | undefined => {
    for (const length of lengths.get(firstWord(text, at)) ?? []) {
      const name = text.slice(at, at + length);
      if (name.length === length && hiddenBy.has(name) && !/[\p{L}\p{N}]/u.test(text.charAt(at + length)))
        return name;
    }
    return undefined;
  };

  return {
    add: (name, hidden) => {
      if (name.length < SHORTEST || hiddenBy.has(name) || isMessageWord(name)) return;
      hiddenBy.set(name, hidden);
      const first = firstWord(name, 0);
      const known = lengths.get(first) ?? [];
      if (!known.includes(name.length))
        lengths.set(
          first,
          [...known, name.length].sort((a, b) => b - a),
        );
    },
    replaceIn: (text, said, hideWhole, between) => {
      if (hiddenBy.size === 0 && said.size === 0) return between(text);
      let result = '';
      let at = 0;
      for (const { index } of text.matchAll(STARTS)) {
        if (index < at) continue;
        const here = saidAt(said, text, index);
        const name = here ?? longestAt(text, index);
        if (name === undefined) continue;
        const token = tokenAt(text, index);
        // `web-7` of a known `web` is somebody's name as well.
        const isPart =
          here === undefined && token.length > name.length && /[-_]/.test(text.charAt(index + name.length));
        if (isPart && isMessageWord(token)) continue;
        const hidden = isPart ? hideWhole(token) : (said.get(name) ?? hiddenBy.get(name) ?? name);
        result += between(text.slice(at, index)) + hidden;
        at = index + (isPart ? token : name).length;
      }
      return result + between(text.slice(at));
    },
  };
}

const STARTS = /(?<![\p{L}\p{N}])[\p{L}\p{N}_]/gu;
const FIRST_WORD = /[\p{L}\p{N}_]+/uy;
const TOKEN = /[\p{L}\p{N}_+=@.-]*[\p{L}\p{N}_]/uy;

function saidAt(said: ReadonlyMap<string, string>, text: string, at: number): string | undefined {
  let longest: string | undefined;
  for (const name of said.keys()) {
    if (name.length <= (longest?.length ?? 0) || !text.startsWith(name, at)) continue;
    if (!/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length))) longest = name;
  }
  return longest;
}

function firstWord(text: string, at: number): string {
  FIRST_WORD.lastIndex = at;
  return FIRST_WORD.exec(text)?.[0] ?? '';
}

function tokenAt(text: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0] ?? '';
}
