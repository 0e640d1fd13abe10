import { useSyncExternalStore } from 'react';
import * as v from 'valibot';
import { fail, ok, type Result } from '../base/result.ts';
import {
  AccountListSchema,
  AccountSchema,
  MOST_ACCOUNTS,
  type SavedAccount,
} from '../session/account-preset-schema.ts';
import { type AccountRequest, DEFAULT_SESSION_NAME } from '../session/sts/role-request.ts';
import { deviceStore } from './device-store.ts';

/** Accounts that a person keeps on this device: labels, role ARNs, external IDs and regions, and nothing secret. */
const kept = deviceStore<readonly SavedAccount[]>({
  key: 'rolewire.accounts',
  parse: parseSavedAccounts,
  format: (accounts) => (accounts.length === 0 ? null : JSON.stringify(accounts)),
});

/** The accounts kept on this device, in the order in which they were added. */
export function useSavedAccounts(): readonly SavedAccount[] {
  return useSyncExternalStore(kept.subscribe, kept.read);
}

/** Keeps accounts; one of the same role takes the place of the older. */
export function saveAccounts(accounts: readonly SavedAccount[]): void {
  const roles = new Set(accounts.map(({ roleArn }) => roleArn));
  kept.write(
    [...kept.read().filter(({ roleArn }) => !roles.has(roleArn)), ...accounts].slice(-MOST_ACCOUNTS),
  );
}

/** Forgets an account. */
export function forgetAccount(roleArn: string): void {
  kept.write(kept.read().filter((account) => account.roleArn !== roleArn));
}

/** Reads the JSON of one preset or of a list of them; gives what is wrong as a sentence. */
export function readPresets(text: string): Result<readonly SavedAccount[], string> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail(
      'This is not JSON. Paste the preset that "Ask a customer for access" made, or a list of such.',
    );
  }
  const list = Array.isArray(json) ? json : [json];
  const parsed = v.safeParse(AccountListSchema, list);
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const [at, key] = (v.getDotPath(issue) ?? '').split('.');
  const which = list.length > 1 && at !== '' ? `Account ${Number(at) + 1}: ` : '';
  return fail(`${which}${key === undefined ? 'each account' : `"${key}"`} ${issue.message}.`);
}

/** What is wrong with what was filled in for an account, by field. */
export function accountProblems(
  account: Readonly<Record<keyof SavedAccount, unknown>>,
): Readonly<Partial<Record<keyof SavedAccount, string>>> {
  const parsed = v.safeParse(AccountSchema, account);
  if (parsed.success) return {};
  const { nested = {} } = v.flatten<typeof AccountSchema>(parsed.issues);
  return {
    ...(nested.label && { label: sentence(nested.label[0]) }),
    ...(nested.roleArn && { roleArn: sentence(nested.roleArn[0]) }),
    ...(nested.externalId && { externalId: sentence(nested.externalId[0]) }),
    ...((nested.regions ?? Object.entries(nested).find(([key]) => key.startsWith('regions'))) && {
      regions: 'Regions look like eu-west-1, us-east-1.',
    }),
  };
}

/** A preset, ready to be opened. */
export function accountRequest(
  { label, roleArn, externalId, regions }: SavedAccount,
  limited: boolean,
): AccountRequest {
  return { label, role: { roleArn, externalId, sessionName: DEFAULT_SESSION_NAME, limited }, regions };
}

/** Reads stored text; what does not have the expected form counts as nothing stored. */
export function parseSavedAccounts(text: string | null): readonly SavedAccount[] {
  if (!text) return [];
  try {
    const stored = v.safeParse(AccountListSchema, JSON.parse(text));
    return stored.success ? stored.output : [];
  } catch {
    return [];
  }
}

function sentence(message: string | undefined): string {
  return message === undefined ? '' : `It ${message}.`;
}
