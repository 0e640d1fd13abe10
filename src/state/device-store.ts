/** A choice or a list that this device keeps, ready for `useSyncExternalStore`. Never anything secret. */
export interface DeviceStore<Value> {
  readonly read: () => Value;
  readonly write: (value: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface DeviceStoreOptions<Value> {
  /** Of `localStorage`. */
  readonly key: string;
  /** Takes whatever is stored, `null` when nothing is; never throws. */
  readonly parse: (text: string | null) => Value;
  /** `null` stores nothing. */
  readonly format: (value: Value) => string | null;
}

/**
 * Keeps a value in `localStorage`, and hears of changes in other tabs. Where storage is full or forbidden the value lasts as
 * long as the page.
 */
export function deviceStore<Value>({ key, parse, format }: DeviceStoreOptions<Value>): DeviceStore<Value> {
  let current: { readonly value: Value } | undefined;
  const listeners = new Set<() => void>();

  const read = (): Value => {
    current ??= { value: parse(stored(key)) };
    return current.value;
  };

  const write = (value: Value): void => {
    current = { value };
    store(key, format(value));
    for (const listener of listeners) listener();
  };

  const subscribe = (listener: () => void): (() => void) => {
    const otherTab = (event: StorageEvent): void => {
      if (event.key !== key) return;
      current = undefined;
      listener();
    };
    listeners.add(listener);
    addEventListener('storage', otherTab);
    return () => {
      listeners.delete(listener);
      removeEventListener('storage', otherTab);
    };
  };

  return { read, write, subscribe };
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Full or forbidden: what was chosen stays for this page.
  }
}
