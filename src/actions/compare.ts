import { askForBaseline } from '../state/compare-store.ts';
import { type Action, always } from './action.ts';

export const compare: Action = {
  id: 'compare',
  label: 'Compare with a snapshot…',
  group: 'Look',
  keys: 'd',
  enabled: always,
  active: ({ workspace }) => workspace.comparison !== undefined,
  run: askForBaseline,
};
