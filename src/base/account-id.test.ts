import { expect, test } from 'vitest';
import { groupedAccount } from './account-id.ts';

test('account ids are grouped by four, masked ones too, and anything else is left alone', () => {
  expect(groupedAccount('111122223333')).toBe('1111-2222-3333');
  expect(groupedAccount('XXXXXXXXXXXX')).toBe('XXXX-XXXX-XXXX');
  expect(groupedAccount('acme')).toBe('acme');
});
