/** Breaks a text after its commas so that no line is longer than `width`, unless a single part is. */
export function wrapAtCommas(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=,) /)) {
    const longer = line === '' ? part : `${line} ${part}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  return [...lines, line];
}
