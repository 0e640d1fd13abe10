import type { AppConfig } from './config.ts';

/**
 * Whether the person in front of this tab chose the relay that the page offers. Asked anew at each request, so that a choice
 * holds for a reading that is under way as well.
 */
export interface RelayChoice {
  readonly chosen: () => boolean;
  readonly choose: (relay: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createRelayChoice(): RelayChoice {
  let chosen = false;
  const listeners = new Set<() => void>();
  return {
    chosen: () => chosen,
    choose: (relay) => {
      chosen = relay;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The choice of this tab. It ends with the tab: nothing is stored. */
export const relayChoice: RelayChoice = createRelayChoice();

/** The path of the relay that calls go through now; `undefined` while they go straight to AWS. */
export function relayPathInUse({ relay }: AppConfig, choice: RelayChoice = relayChoice): string | undefined {
  if (relay === undefined || relay.when === 'never') return undefined;
  return relay.when === 'always' || choice.chosen() ? relay.path : undefined;
}
