import { useCallback, useState } from 'react';
import { CHAIN_COLUMNS, type ChainColumnKey } from '../../export/chain-columns.ts';

const STORAGE_KEY = 'rolewire.table.columns';

/** Which columns show, by key; remembered on this device. */
export type ShownColumns = Readonly<Record<string, boolean>>;

/** The choice of columns, remembered on this device where the browser allows it. */
export function useShownColumns(): [ShownColumns, (columns: ShownColumns) => void] {
  const [shown, setShown] = useState(() => parseShownColumns(readStored()));
  const choose = useCallback((columns: ShownColumns) => {
    setShown(columns);
    store(formatShownColumns(columns));
  }, []);
  return [shown, choose];
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

/** Private windows and blocked storage throw; the choice then lasts as long as the page. */
function readStored(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function store(text: string): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, text);
  } catch {
    // Nothing to do: the choice still holds until the page is left.
  }
}
