import type { Action } from './action.ts';

export const clearSelection: Action = {
  id: 'clear-selection',
  label: 'Clear the selection',
  group: 'Look',
  keys: 'escape',
  enabled: ({ workspace }) => workspace.view.selected !== undefined,
  run: ({ workspace }) => workspace.commands.select(undefined),
};
