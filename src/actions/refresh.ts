import type { Action } from './action.ts';

export const refresh: Action = {
  id: 'refresh',
  label: 'Read the account again',
  group: 'Read',
  keys: 'r',
  enabled: ({ workspace: { reading } }) => reading.refresh !== undefined && reading.state === 'done',
  run: ({ workspace }) => workspace.reading.refresh?.(),
};
