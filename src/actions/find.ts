import { type Action, always } from './action.ts';

export const find: Action = {
  id: 'find',
  label: 'Search in the picture',
  group: 'Find',
  keys: '/',
  enabled: always,
  run: ({ shell }) => shell.focusSearch(),
};
