import type { Action } from './action.ts';

export const onlyChanges: Action = {
  id: 'only-changes',
  label: 'Only changes',
  group: 'Find',
  enabled: ({ workspace }) => (workspace.comparison?.result.changes.length ?? 0) > 0,
  active: ({ workspace }) => workspace.view.filter.onlyChanges === true,
  run: ({ workspace }) => {
    const on = workspace.view.filter.onlyChanges === true;
    workspace.commands.filter({ onlyChanges: on ? undefined : true });
  },
};
