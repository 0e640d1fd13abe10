import { stopComparing as stop } from '../state/compare-store.ts';
import type { Action } from './action.ts';

export const stopComparing: Action = {
  id: 'stop-comparing',
  label: 'Stop comparing',
  group: 'Look',
  enabled: ({ workspace }) => workspace.comparison !== undefined,
  run: stop,
};
