/** What a cell may hold. Numbers are written as they are; text is made safe for spreadsheets. */
export type CsvCell = string | number | undefined;

export interface CsvOptions {
  /** Starts the text with a byte order mark, which Excel needs to read UTF-8. */
  readonly byteOrderMark: boolean;
}

/**
 * Rows as CSV after RFC 4180: CRLF line ends, quotes where needed, the header row first.
 * A text that a spreadsheet would run as a formula gets a leading apostrophe, since names come from strangers.
 * See https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  options: CsvOptions,
): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `${options.byteOrderMark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

/** Also the full-width forms, which some spreadsheets take as the plain ones. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

function csvLine(cells: readonly CsvCell[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
