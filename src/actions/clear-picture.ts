import { type Action, always } from './action.ts';

export const clearPicture: Action = {
  id: 'clear-picture',
  label: 'Clear everything and start over',
  group: 'Session',
  enabled: always,
  run: ({ shell }) => shell.clear(),
};
