import { expect, test } from 'vitest';
import { toAccountId } from '../../inventory/ids.ts';
import { emptyInventory } from '../../inventory/inventory.ts';
import { accountsOf, accountWords } from './identity.ts';

const origin = { call: 'iam:ListInstanceProfiles', label: 'a.json' } as const;

test('an account that only its records name is found too, and each account once', () => {
  const accountId = toAccountId('111122223333');
  const inventory = {
    ...emptyInventory('files'),
    accounts: [{ origin, accountId, partition: 'aws', alias: 'acme' }],
    instanceProfiles: [
      { origin, accountId, InstanceProfileName: 'a' },
      { origin, accountId: toAccountId('444455556666'), InstanceProfileName: 'b' },
    ],
  };
  expect(accountsOf(inventory)).toEqual([
    { id: '111122223333', alias: 'acme', partition: 'aws' },
    { id: '444455556666' },
  ]);
});

test('one account is told by id and alias, several by their number', () => {
  const one = { id: '111122223333', alias: 'acme' };
  expect(accountWords({ state: 'signed-in', accounts: [one], files: [] })).toBe('1111-2222-3333 acme');
  expect(accountWords({ state: 'files', accounts: [one, one], files: [] })).toBe('2 accounts');
  expect(accountWords({ state: 'files', accounts: [], files: ['a.json'] })).toBe('Files');
  expect(accountWords({ state: 'sample', accounts: [one], files: [] })).toBe('Sample account');
});
