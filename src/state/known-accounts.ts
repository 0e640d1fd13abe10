import { useMemo } from 'react';
import type { SavedAccount } from '../session/account-preset-schema.ts';
import { useAppConfig } from './app-config.ts';
import { useSavedAccounts } from './saved-accounts.ts';

/** An account that can be opened by a role, and who keeps its preset. */
export interface KnownAccount extends SavedAccount {
  readonly keptBy: 'site' | 'device';
}

/** The accounts that `config.json` offers, and then those that are kept on this device. */
export function useKnownAccounts(): readonly KnownAccount[] {
  const loaded = useAppConfig();
  const saved = useSavedAccounts();
  return useMemo(() => {
    const offered = (loaded?.ok && loaded.value.accounts) || [];
    const roles = new Set(offered.map(({ roleArn }) => roleArn));
    return [
      ...offered.map((account) => ({ ...account, keptBy: 'site' as const })),
      ...saved
        .filter(({ roleArn }) => !roles.has(roleArn))
        .map((account) => ({ ...account, keptBy: 'device' as const })),
    ];
  }, [loaded, saved]);
}
