import { type Action, always } from './action.ts';

export const openFiles: Action = {
  id: 'open-files',
  label: 'Open or add files',
  group: 'Read',
  enabled: always,
  run: ({ shell }) => shell.chooseFiles(),
};
