import { type Action, always } from './action.ts';

export const copyLink: Action = {
  id: 'copy-link',
  label: 'Copy a link to this view',
  group: 'Share',
  keys: 'l',
  enabled: always,
  run: ({ shell }) => shell.copy(location.href, 'the link'),
};
