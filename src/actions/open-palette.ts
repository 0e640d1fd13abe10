import { type Action, always } from './action.ts';

export const openPalette: Action = {
  id: 'open-palette',
  label: 'Go to anything',
  group: 'Find',
  keys: 'mod+k',
  enabled: always,
  run: ({ shell }) => shell.openPalette(),
};
