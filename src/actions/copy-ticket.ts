import type { Action } from './action.ts';

export const copyTicket: Action = {
  id: 'copy-ticket',
  label: 'Copy the selected chain for a ticket',
  group: 'Share',
  enabled: ({ workspace }) =>
    workspace.view.selected !== undefined && workspace.graph.nodes.has(workspace.view.selected),
  run: ({ workspace, shell }) => shell.copyTicket(workspace),
};
