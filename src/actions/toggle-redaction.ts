import { type Action, always } from './action.ts';

export const toggleRedaction: Action = {
  id: 'toggle-redaction',
  label: 'Hide account ids, names, ids, IPs, tags',
  group: 'Export',
  keys: 'h',
  enabled: always,
  active: ({ workspace }) => workspace.redaction.isOwn,
  run: ({ workspace }) => workspace.redaction.toggle(),
};
