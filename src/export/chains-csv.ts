import { CHAIN_COLUMNS, type ChainColumnKey, chainCell } from './chain-columns.ts';
import type { ChainRow } from './chain-rows.ts';
import { type CsvOptions, toCsv } from './csv.ts';

/** The table as CSV: the columns and rows given, in that order. */
export function chainsCsv(
  rows: readonly ChainRow[],
  columns: readonly ChainColumnKey[],
  options: CsvOptions,
): string {
  const headings = new Map(CHAIN_COLUMNS.map((column) => [column.key, column.heading]));
  return toCsv(
    columns.map((key) => headings.get(key) ?? key),
    rows.map((row) => columns.map((key) => chainCell(row, key))),
    options,
  );
}
