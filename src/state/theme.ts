import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'rolewire.theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

let current: Theme | undefined;
const listeners = new Set<() => void>();

/** The person's choice on this device; `system` follows the system. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, read), setTheme];
}

/** Keeps the choice and puts it on the page. */
function setTheme(theme: Theme): void {
  current = theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
  }
  applyTheme();
  for (const listener of listeners) listener();
}

/** Puts the kept choice on the page; called before anything is drawn, so that nothing flashes. */
export function applyTheme(): void {
  const theme = read();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function read(): Theme {
  current ??= THEMES.find((theme) => theme === stored()) ?? 'system';
  return current;
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
