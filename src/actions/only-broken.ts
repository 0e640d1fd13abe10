import { type Action, always } from './action.ts';

export const onlyBroken: Action = {
  id: 'only-broken',
  label: 'Only broken chains',
  group: 'Find',
  keys: 'b',
  enabled: always,
  active: ({ workspace }) => workspace.view.filter.onlyBroken,
  run: ({ workspace }) => workspace.commands.filter({ onlyBroken: !workspace.view.filter.onlyBroken }),
};
