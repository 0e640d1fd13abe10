import { type Action, always } from './action.ts';

export const onlyBroken: Action = {
  id: 'only-broken',
  label: 'Only broken chains, on or off',
  group: 'Find',
  keys: 'b',
  enabled: always,
  run: ({ workspace }) => workspace.commands.filter({ onlyBroken: !workspace.view.filter.onlyBroken }),
};
