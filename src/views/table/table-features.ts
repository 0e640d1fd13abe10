import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  type ReactTable,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { compareNatural } from '../../base/compare.ts';
import { CHAIN_COLUMNS, type ChainColumnKey } from '../../export/chain-columns.ts';
import type { ChainRow } from '../../export/chain-rows.ts';
import type { Severity } from '../../findings/finding.ts';
import type { ChainStatus } from '../../graph/chain.ts';

interface ColumnMeta {
  readonly key: ChainColumnKey;
  /** Least width in pixels, and its share of what is left. */
  readonly min: number;
  readonly share: number;
}

/** What the table can do, beyond showing rows. */
export const chainTableFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: metaHelper<ColumnMeta>(),
});

export type ChainTable = ReactTable<typeof chainTableFeatures, ChainRow>;

const WIDTHS: Readonly<Record<ChainColumnKey, readonly [min: number, share: number]>> = {
  instanceName: [120, 3],
  instanceId: [144, 0],
  state: [84, 0],
  type: [96, 0],
  region: [100, 0],
  zone: [108, 0],
  privateIp: [112, 0],
  publicIp: [112, 0],
  profileName: [120, 3],
  profileId: [168, 0],
  profileArn: [280, 2],
  roleName: [120, 3],
  roleArn: [280, 2],
  statusWords: [96, 4],
  why: [240, 3],
  namesDiffer: [96, 0],
  account: [108, 0],
  change: [84, 0],
  findings: [84, 0],
};

/** From what needs a person to what does not. */
const STATUS_ORDER: Readonly<Record<ChainStatus, number>> = {
  broken: 0,
  changing: 1,
  unknown: 2,
  'no-profile': 3,
  unused: 4,
  unattached: 5,
  works: 6,
};

/** The worst finding counts first, then how many there are. */
const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = {
  critical: 3e6,
  warning: 2e6,
  unknown: 1e6,
  info: 0,
};

const helper = createColumnHelper<typeof chainTableFeatures, ChainRow>();

/** The columns as the table library wants them. Empty cells sort last, whichever way. */
export const chainTableColumns = helper.columns(
  CHAIN_COLUMNS.map(({ key, heading }) =>
    helper.accessor((row) => sortValue(row, key), {
      id: key,
      header: heading,
      sortUndefined: 'last',
      sortDescFirst: key === 'findings' || key === 'namesDiffer',
      sortFn: (a, b) => compareValues(sortValue(a.original, key), sortValue(b.original, key)),
      meta: { key, min: WIDTHS[key][0], share: WIDTHS[key][1] },
    }),
  ),
);

/** Tracks for `grid-template-columns`, the same in the heading and in each row. */
export function gridTracks(table: ChainTable): string {
  return shownMeta(table)
    .map(({ min, share }) => (share > 0 ? `minmax(${min}px, ${share}fr)` : `${min}px`))
    .join(' ');
}

/** The least width at which no column is squeezed, in pixels. */
export function leastWidth(table: ChainTable): number {
  return shownMeta(table).reduce((sum, { min }) => sum + min, 0);
}

/** The columns that show, in order. */
export function shownKeys(table: ChainTable): readonly ChainColumnKey[] {
  return shownMeta(table).map(({ key }) => key);
}

function shownMeta(table: ChainTable): readonly ColumnMeta[] {
  return table
    .getVisibleLeafColumns()
    .map((column) => column.columnDef.meta)
    .filter((meta) => meta !== undefined);
}

/** What a column sorts by; `undefined` for an empty cell. */
export function sortValue(row: ChainRow, key: ChainColumnKey): string | number | undefined {
  if (key === 'statusWords') return STATUS_ORDER[row.status];
  if (key === 'findings') return row.worst && SEVERITY_WEIGHT[row.worst] + row.findings;
  const value = row[key];
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === '' ? undefined : value;
}

function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareNatural(String(a ?? ''), String(b ?? ''));
}
