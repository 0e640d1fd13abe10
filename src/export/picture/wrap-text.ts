import { displayText } from '../../base/display-text.ts';
import { fitText, type TextFont, textWidth } from '../../scene/text-width.ts';

const SEPARATOR = ' · ';

/** Parts joined by dots, broken into lines of a width in CSS pixels: between parts if possible, else between words. */
export function wrapText(parts: readonly string[], width: number, font: TextFont): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string) => textWidth(text, font) <= width;
  for (const part of parts.map(displayText)) {
    const joined = line === '' ? part : line + SEPARATOR + part;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const broken = breakWords(part, width, font);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

function breakWords(part: string, width: number, font: TextFont): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of part.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, font) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = fitText(word, width, font).text;
  }
  return [...lines, line];
}
