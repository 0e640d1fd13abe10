import { useSyncExternalStore } from 'react';
import { deviceStore } from './device-store.ts';

export type Theme = 'system' | 'light' | 'dark';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

const kept = deviceStore<Theme>({
  key: 'rolewire.theme',
  parse: (text) => THEMES.find((theme) => theme === text) ?? 'system',
  format: (theme) => (theme === 'system' ? null : theme),
});

/** The person's choice on this device; `system` follows the system. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(kept.subscribe, kept.read), setTheme];
}

/** Keeps the choice and puts it on the page. */
function setTheme(theme: Theme): void {
  kept.write(theme);
  applyTheme();
}

/** Puts the kept choice on the page; called before anything is drawn, so that nothing flashes. */
export function applyTheme(): void {
  const theme = kept.read();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
