import { useSyncExternalStore } from 'react';
import type { Result } from '../base/result.ts';
import { type AppConfig, type ConfigError, loadConfig } from '../session/config.ts';

export type ConfigResult = Result<AppConfig, ConfigError>;

let loading: Promise<ConfigResult> | undefined;
let loaded: ConfigResult | undefined;
const listeners = new Set<() => void>();

/** `config.json`, loaded once. */
export function appConfig(): Promise<ConfigResult> {
  loading ??= loadConfig(fetch).then((result) => {
    loaded = result;
    for (const listener of listeners) listener();
    return result;
  });
  return loading;
}

/** `config.json`, or what is wrong with it; `undefined` until it has come. */
export function useAppConfig(): ConfigResult | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void appConfig();
  return () => listeners.delete(listener);
}
