/**
 * Made-up words that stand for the words of names. They are of no language, keep to what is easy to say and to tell apart, and
 * say nothing of the word behind them but whether it is short.
 */
const CONSONANTS = [...'lrvnsdmb'];
const VOWELS = [...'aoieu'];
const SYLLABLES = VOWELS.flatMap((vowel) => CONSONANTS.map((consonant) => consonant + vowel));
/** English loves to end in an e: `rule`, `same`, `role`. */
const LAST_SYLLABLES = SYLLABLES.filter((syllable) => !syllable.endsWith('e'));
const ENDS = [...'nlrm'];

/** Letters of up to this many are short; so are their stand-ins, as rules tell a name's stem by its length. */
const SHORT = 3;

/** Words of English, names of people, and what somebody could laugh at: a pseudonym must not be taken for the real thing. */
const AVOIDED = new Set(
  (
    'sun run ran man men son sin den din don dan ban bun bin ben van nun bar mar sir nor nil mil dim dam dum dom ram rim rum ' +
    'sum mum mom vol sal lan var bum rem vim sol solo mini limo mono soda diva visa sumo nova lava rosa lima roma mama nana ' +
    'dada baba bobo dodo mali bali dali rudi demo memo menu sari mira nina dina lisa lina mina nora sara dora vera lola mona ' +
    'dana luna mila lara lana sina levi remi romi nero nudi nudo rabo sado maso semi bolo judo meno silo volo velo domo lido'
  ).split(' '),
);

/** Which row of made-up words a word of so many letters gets its stand-in from. */
export type WordLength = 'short' | 'long';

export function wordLength(word: string): WordLength {
  return word.length <= SHORT ? 'short' : 'long';
}

/**
 * All made-up words of a length, each once, without an end. Each has a letter that no hexadecimal number has: names that end
 * in a hash are told apart from those that end in a word.
 */
export function* madeUpWords(length: WordLength): Generator<string, never> {
  if (length === 'short') {
    for (const word of crossed(SYLLABLES, ENDS)) if (isFine(word)) yield word;
  }
  let stems: readonly string[] = SYLLABLES;
  for (;;) {
    for (const word of crossed(stems, LAST_SYLLABLES)) {
      if (isFine(word)) yield length === 'short' ? `${word}${ENDS[0]}` : word;
    }
    stems = [...crossed(stems, SYLLABLES)];
  }
}

/** Every pair, in an order in which neighbours look unlike each other. */
function* crossed(starts: readonly string[], ends: readonly string[]): Generator<string> {
  for (let round = 0; round < ends.length; round += 1) {
    for (const [at, start] of starts.entries()) {
      yield start + (ends[(at * 7 + round) % ends.length] ?? '');
    }
  }
}

function isFine(word: string): boolean {
  return !AVOIDED.has(word) && !/^[abcdef]*$/.test(word);
}
