import { displayText } from '../base/display-text.ts';
import type { FittedText } from './scene.ts';

/** The fonts of the picture. `mono` is for ids alone, which never use a bold. */
export type TextFont =
  | { readonly family: 'sans'; readonly size: number; readonly bold?: boolean | undefined }
  | { readonly family: 'mono'; readonly size: number };

/** Where a text that is too long loses characters: names and ids differ at their ends, sentences may lose theirs. */
export type EllipsisAt = 'middle' | 'end';

const ELLIPSIS = '…';
/** How much of a shortened name stays in front of the ellipsis. */
const HEAD_SHARE = 0.55;

/**
 * Widths of U+0020 to U+007E in thousandths of an em: of each character the wider of Inter and Arial, which stand for the
 * font stack. So a text that fits here fits on screen and in an exported picture, with no DOM to ask.
 */
const SANS_REGULAR = [
  281, 288, 466, 633, 642, 982, 667, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 556, 610, 618, 646,
  593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 556, 1015, 690, 667, 730, 722, 667, 611, 778, 743, 278,
  571, 672, 565, 903, 753, 778, 667, 778, 722, 667, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
  556, 333, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
  327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const SANS_BOLD = [
  278, 333, 523, 644, 650, 1004, 722, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 556, 623, 636, 666,
  612, 640, 576, 640, 640, 333, 333, 673, 673, 673, 611, 999, 728, 722, 737, 722, 667, 611, 778, 746, 278,
  580, 722, 611, 922, 759, 778, 667, 778, 722, 667, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 584,
  556, 351, 574, 624, 583, 624, 591, 389, 625, 612, 278, 278, 569, 278, 900, 612, 611, 624, 624, 397, 556,
  353, 612, 587, 839, 569, 588, 566, 455, 359, 455, 673,
];
/** SF Mono is the widest of the mono stack. */
const MONO = 620;
/** Punctuation that we set ourselves. */
const KNOWN: ReadonlyMap<string, number> = new Map([
  [ELLIPSIS, 1000],
  ['·', 330],
  ['×', 680],
  ['›', 420],
  ['→', 1000],
  ['’', 330],
]);
const OTHER_LETTER = 820;
const WIDE = 1000;
const EMOJI = 1380;

/** Texts in which every UTF-16 unit is one character: nearly all, and much quicker to measure. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u024f…·×›→’]*$/;
const EMOJI_START = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;
const WIDE_START =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Width in CSS pixels, never less than what a browser with one of the fonts of the stack will draw. */
export function textWidth(text: string, font: TextFont): number {
  return (emWidth(text, font) * font.size) / 1000;
}

/** Shortens a text to a width in CSS pixels, never inside a character as people see it. `full` is the whole, safe to show. */
export function fitText(
  text: string,
  maxWidth: number,
  font: TextFont,
  at: EllipsisAt = 'middle',
): FittedText {
  const full = displayText(text);
  const room = (maxWidth * 1000) / font.size;
  if (emWidth(full, font) <= room) return { text: full, full };
  const characters = split(full);
  const widths = characters.map((character) => emWidth(character, font));
  const left = room - emWidth(ELLIPSIS, font);
  const head = countThatFit(widths, at === 'end' ? left : left * HEAD_SHARE);
  const headWidth = widths.slice(0, head).reduce((sum, width) => sum + width, 0);
  const tail = at === 'end' ? 0 : countThatFit(widths.slice(head).reverse(), left - headWidth);
  const start = characters.slice(0, head).join('').trimEnd();
  const end = tail === 0 ? '' : characters.slice(-tail).join('').trimStart();
  return { text: start + ELLIPSIS + end, full };
}

/** The first of several wordings, from long to short, that fits; the last is shortened if none does. */
export function fitFirst(
  wordings: readonly [string, ...string[]],
  maxWidth: number,
  font: TextFont,
): FittedText {
  const full = displayText(wordings[0]);
  const fitting = wordings.find((wording) => textWidth(displayText(wording), font) <= maxWidth);
  if (fitting !== undefined) return { text: displayText(fitting), full };
  return { text: fitText(wordings.at(-1) ?? full, maxWidth, font).text, full };
}

function emWidth(text: string, font: TextFont): number {
  if (!PLAIN.test(text))
    return split(text).reduce((sum, character) => sum + clusterWidth(character, font), 0);
  if (font.family === 'mono') return text.length * MONO;
  const table = font.bold ? SANS_BOLD : SANS_REGULAR;
  let sum = 0;
  for (let i = 0; i < text.length; i += 1)
    sum += table[text.charCodeAt(i) - 32] ?? plainWidth(text.charAt(i), table);
  return sum;
}

/** One character as people see it, which may be many code points. */
function clusterWidth(character: string, font: TextFont): number {
  if (EMOJI_START.test(character)) return EMOJI;
  if (WIDE_START.test(character)) return WIDE;
  if (NO_WIDTH.test(character)) return 0;
  if (font.family === 'mono') return PLAIN.test(character) ? MONO : OTHER_LETTER;
  const table = font.bold ? SANS_BOLD : SANS_REGULAR;
  return table[character.charCodeAt(0) - 32] ?? plainWidth(character, table);
}

/** Accents add no width to a Latin letter. */
function plainWidth(character: string, table: readonly number[]): number {
  return KNOWN.get(character) ?? table[character.normalize('NFD').charCodeAt(0) - 32] ?? OTHER_LETTER;
}

function split(text: string): readonly string[] {
  if (PLAIN.test(text)) return [...text];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

function countThatFit(widths: readonly number[], room: number): number {
  let sum = 0;
  let count = 0;
  for (const width of widths) {
    sum += width;
    if (sum > room) break;
    count += 1;
  }
  return count;
}
