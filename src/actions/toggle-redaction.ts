import { type Action, always } from './action.ts';

export const toggleRedaction: Action = {
  id: 'toggle-redaction',
  label: 'Hide names, ids, IPs and tags',
  group: 'Share',
  keys: 'h',
  enabled: always,
  active: ({ workspace }) => workspace.redaction.isOwn,
  run: ({ workspace }) => workspace.redaction.toggle(),
};
