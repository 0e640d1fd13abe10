import { type Action, always } from './action.ts';

export const askForFile: Action = {
  id: 'ask-for-file',
  label: 'Ask a customer for a file',
  group: 'Session',
  enabled: always,
  run: ({ shell }) => shell.askForFile(),
};
