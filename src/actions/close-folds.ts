import type { Action } from './action.ts';

export const closeFolds: Action = {
  id: 'close-folds',
  label: 'Close all folds',
  group: 'Look',
  enabled: ({ workspace }) => workspace.view.openFolds.length > 0,
  run: ({ workspace }) => workspace.commands.closeFolds(),
};
