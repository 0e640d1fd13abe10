import { useSyncExternalStore } from 'react';
import { relayChoice, relayPathInUse } from '../session/relay-choice.ts';
import { useAppConfig } from './app-config.ts';

/** The relay that this page offers, for a person to see and to choose. */
export interface OfferedRelay {
  /** Its address, as the browser asks it: `https://rolewire.example/aws`. */
  readonly address: string;
  readonly inUse: boolean;
  /** Sends the calls from now on through it, or straight to AWS; absent where the page leaves no choice. */
  readonly use?: ((relay: boolean) => void) | undefined;
}

/** `undefined` where the page has no relay. */
export function useRelay(): OfferedRelay | undefined {
  const config = useAppConfig();
  const chosen = useSyncExternalStore(relayChoice.subscribe, relayChoice.chosen);
  if (!config?.ok) return undefined;
  // A custom endpoint for everything is asked directly.
  const { relay, endpoint } = config.value;
  if (relay === undefined || relay.when === 'never' || endpoint !== undefined) return undefined;
  return {
    address: `${globalThis.location.origin}${relay.path}`,
    inUse: chosen || relayPathInUse(config.value) !== undefined,
    use: relay.when === 'when-unreachable' ? relayChoice.choose : undefined,
  };
}
