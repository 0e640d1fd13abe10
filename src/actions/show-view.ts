import { type Action, always } from './action.ts';

export const showGraph: Action = {
  id: 'show-graph',
  label: 'Show the graph',
  group: 'Look',
  keys: 'g',
  enabled: always,
  run: ({ workspace }) => workspace.commands.show('graph'),
};

export const showTable: Action = {
  id: 'show-table',
  label: 'Show the table',
  group: 'Look',
  keys: 't',
  enabled: always,
  run: ({ workspace }) => workspace.commands.show('table'),
};

export const showFindings: Action = {
  id: 'show-findings',
  label: 'Show the findings',
  group: 'Look',
  keys: 'f',
  enabled: always,
  run: ({ workspace }) => workspace.commands.show('findings'),
};
