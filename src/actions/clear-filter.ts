import type { Action } from './action.ts';

export const clearFilter: Action = {
  id: 'clear-filter',
  label: 'Clear search and filters',
  group: 'Find',
  keys: 'x',
  enabled: ({ workspace }) => isFiltered(workspace.view.filter),
  run: ({ workspace }) => workspace.commands.clearFilter(),
};

function isFiltered(filter: object): boolean {
  return Object.values(filter).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}
