import { groupedAccount } from '../../base/account-id.ts';
import type { Inventory } from '../../inventory/inventory.ts';

/** Whose picture this is, for the top bar. */
export interface Identity {
  /** `signed-out` keeps a live picture whose credentials are gone. */
  readonly state: 'signed-in' | 'signed-out' | 'files' | 'sample';
  readonly accounts: readonly {
    readonly id: string;
    readonly alias?: string | undefined;
    readonly partition?: string | undefined;
  }[];
  /** Set where there is one session alone. */
  readonly callerArn?: string | undefined;
  /** Who signed in at an issuer's page. */
  readonly person?:
    | { readonly issuer: string; readonly name: string; readonly groups: readonly string[] }
    | undefined;
  /** When the first of the credentials end, ISO 8601; absent while they renew or never end, and when nobody is signed in. */
  readonly expiresAt?: string | undefined;
  /** Names of the files that the picture came from. */
  readonly files: readonly string[];
}

/** The account in few words: `1111-2222-3333 acme`, `3 accounts`. */
export function accountWords(identity: Identity): string {
  if (identity.state === 'sample') return 'Sample account';
  const [only] = identity.accounts;
  if (!only) return identity.state === 'files' ? 'Files' : 'No account';
  if (identity.accounts.length > 1) return `${identity.accounts.length} accounts`;
  return [groupedAccount(only.id), only.alias].filter(Boolean).join(' ');
}

/** The accounts that an inventory speaks of, also those that it only names beside a record. */
export function accountsOf(inventory: Inventory): Identity['accounts'] {
  const accounts = new Map<string, Identity['accounts'][number]>();
  for (const record of inventory.accounts) {
    accounts.set(record.accountId, {
      id: record.accountId,
      alias: record.alias,
      partition: record.partition,
    });
  }
  for (const { accountId } of [...inventory.instanceProfiles, ...inventory.instances, ...inventory.roles]) {
    if (accountId && !accounts.has(accountId)) accounts.set(accountId, { id: accountId });
  }
  return [...accounts.values()];
}
