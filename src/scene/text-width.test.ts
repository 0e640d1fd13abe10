import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitFirst, fitText, type TextFont, textWidth } from './text-width.ts';

const TITLE: TextFont = { family: 'sans', size: 13, bold: true };
const ID: TextFont = { family: 'mono', size: 11 };

describe('shortening a text to its box', () => {
  test('the whole text is safe to show', () => {
    expect(fitText('a\u2066b\u2069', 200, TITLE).full).toBe('a\ufffdb\ufffd');
  });

  test('a text that fits is left as it is', () => {
    expect(fitText('web-1', 200, TITLE)).toEqual({ text: 'web-1', full: 'web-1' });
  });

  test('a long name keeps its beginning and its end, which is where names differ', () => {
    const { text, full } = fitText('databricks-production-eu-west-1-etl-driver-role', 160, TITLE);
    expect(text).toMatch(/^databricks.+…\S*role$/);
    expect(full).toBe('databricks-production-eu-west-1-etl-driver-role');
  });

  test('a sentence loses its end', () => {
    expect(fitText('the instance gets no credentials at all', 100, TITLE, 'end').text).toMatch(
      /^the instance.*…$/,
    );
  });

  test('no shortened text is ever wider than its box, whatever the characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 30, max: 400 }),
        (text, room) => {
          for (const font of [TITLE, ID]) {
            const fitted = fitText(text, room, font);
            expect(textWidth(fitted.text, font)).toBeLessThanOrEqual(room + 1e-6);
          }
        },
      ),
    );
  });

  test('an emoji made of several code points is kept whole or dropped whole', () => {
    const family = '👩‍👩‍👧‍👦';
    const { text } = fitText(family.repeat(40), 120, TITLE);
    expect(text.replace('…', '').replaceAll(family, '')).toBe('');
  });

  test('wide letters count as wide', () => {
    expect(textWidth('漢字', TITLE)).toBe(26);
    expect(textWidth('é', TITLE)).toBe(textWidth('e', TITLE));
  });

  test('the longest wording that fits is taken, and the whole stays at hand', () => {
    expect(fitFirst(['i-0123456789abcdef0 · m6i.large', 'i-0123…def0'], 100, ID)).toEqual({
      text: 'i-0123…def0',
      full: 'i-0123456789abcdef0 · m6i.large',
    });
  });
});
