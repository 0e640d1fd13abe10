import { useSyncExternalStore } from 'react';
import { CHAIN_COLUMNS, type ChainColumnKey } from '../../export/chain-columns.ts';
import { deviceStore } from '../../state/device-store.ts';

/** Which columns show, by key; remembered on this device. */
export type ShownColumns = Readonly<Record<string, boolean>>;

const kept = deviceStore<ShownColumns>({
  key: 'rolewire.table.columns',
  parse: parseShownColumns,
  format: formatShownColumns,
});

/** The choice of columns, remembered on this device where the browser allows it. */
export function useShownColumns(): [ShownColumns, (columns: ShownColumns) => void] {
  return [useSyncExternalStore(kept.subscribe, kept.read), kept.write];
}

/** The columns that a new table shows. */
export function defaultColumns(): ShownColumns {
  return Object.fromEntries(CHAIN_COLUMNS.map((column) => [column.key, column.shown]));
}

/** Reads a stored list of keys. Keys that are gone are left out; an empty or broken list gives the default. */
export function parseShownColumns(stored: string | null): ShownColumns {
  const keys = new Set(stored?.split(','));
  const shown = CHAIN_COLUMNS.map((column): [ChainColumnKey, boolean] => [column.key, keys.has(column.key)]);
  return shown.some(([, isShown]) => isShown) ? Object.fromEntries(shown) : defaultColumns();
}

/** The keys of the shown columns as one text. */
export function formatShownColumns(columns: ShownColumns): string {
  return CHAIN_COLUMNS.filter((column) => columns[column.key] !== false)
    .map((column) => column.key)
    .join(',');
}
