import { expect, test } from 'vitest';
import { madeUpWords } from './words.ts';

test.each(['short', 'long'] as const)(
  'there are thousands of %s words, each once, and none can be the end of a hash',
  (length) => {
    const words: string[] = [];
    for (const word of madeUpWords(length)) {
      words.push(word);
      if (words.length === 20_000) break;
    }
    expect(new Set(words).size).toBe(20_000);
    expect(words.filter((word) => /^[0-9a-f]*$/.test(word))).toEqual([]);
    expect(words[0]).toHaveLength(length === 'short' ? 3 : 4);
  },
);
