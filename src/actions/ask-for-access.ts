import { type Action, always } from './action.ts';

export const askForAccess: Action = {
  id: 'ask-for-access',
  label: 'Ask a customer for access',
  group: 'Session',
  enabled: always,
  run: ({ shell }) => shell.askForAccess(),
};
