import type { Action } from './action.ts';

export const cancelReading: Action = {
  id: 'cancel-reading',
  label: 'Stop reading',
  group: 'Read',
  enabled: ({ workspace: { reading } }) => reading.cancel !== undefined && reading.state === 'reading',
  run: ({ workspace }) => workspace.reading.cancel?.(),
};
