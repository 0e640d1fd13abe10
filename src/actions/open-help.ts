import { type Action, always } from './action.ts';

export const openHelp: Action = {
  id: 'open-help',
  label: 'Keyboard shortcuts',
  group: 'Session',
  keys: '?',
  enabled: always,
  run: ({ shell }) => shell.openHelp(),
};
