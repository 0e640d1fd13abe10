import type { Action } from './action.ts';

export const openAccounts: Action = {
  id: 'open-accounts',
  label: 'Open accounts by a role',
  group: 'Session',
  enabled: ({ shell }) => shell.openAccounts !== undefined,
  run: ({ shell }) => shell.openAccounts?.(),
};
