import { useSyncExternalStore } from 'react';

const KEY = 'rolewire.single-keys';

let current: boolean | undefined;
const listeners = new Set<() => void>();

/** Whether letters alone act as shortcuts; on at first, and a choice of this device. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, read), write];
}

function read(): boolean {
  try {
    current ??= localStorage.getItem(KEY) !== 'off';
  } catch {
    current = true;
  }
  return current;
}

function write(on: boolean): void {
  current = on;
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
