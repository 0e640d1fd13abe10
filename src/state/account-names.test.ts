import { describe, expect, it } from 'vitest';
import { toAccountId } from '../inventory/ids.ts';
import { emptyInventory } from '../inventory/inventory.ts';
import type { AccountRecord } from '../inventory/records.ts';
import { accountNames } from './account-names.ts';
import { giveAccountNames } from './given-names.ts';
import { NO_REDACTION } from './redaction.ts';

const account = (id: string, alias?: string): AccountRecord => ({
  origin: { call: 'sts:GetCallerIdentity', label: 'live' },
  accountId: toAccountId(id),
  partition: 'aws',
  ...(alias === undefined ? {} : { alias }),
});
const namesOf = (...accounts: readonly AccountRecord[]) =>
  Object.fromEntries(accountNames({ ...emptyInventory('live'), accounts }, [], [], NO_REDACTION));

describe('names of accounts', () => {
  it('are their alias, else their id in groups', () => {
    expect(namesOf(account('111122223333', 'shop'), account('444455556666'))).toEqual({
      '111122223333': 'shop',
      '444455556666': '4444-5555-6666',
    });
  });

  it('are as whoever saved them called them, for that inventory alone', () => {
    const accounts = [account('111122223333', 'shop'), account('444455556666')];
    const saved = { ...emptyInventory('live'), accounts };
    giveAccountNames(saved, { '444455556666': 'Harbour customer' });
    expect(Object.fromEntries(accountNames(saved, [], [], NO_REDACTION))).toEqual({
      '111122223333': 'shop',
      '444455556666': 'Harbour customer',
    });
    expect(namesOf(...accounts)['444455556666']).toBe('4444-5555-6666');
  });

  it('never stand for two accounts at once', () => {
    expect(namesOf(account('111122223333', 'shop'), account('444455556666', 'shop'))).toEqual({
      '111122223333': 'shop …3333',
      '444455556666': 'shop …6666',
    });
  });
});
