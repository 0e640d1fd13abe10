import type { Action } from './action.ts';

export const showPolicies: Action = {
  id: 'show-policies',
  label: 'Policies beside their roles',
  group: 'Look',
  keys: 'y',
  enabled: ({ workspace }) => workspace.view.policies === true || workspace.graph.byKind.policy.length > 0,
  active: ({ workspace }) => workspace.view.policies === true,
  run: ({ workspace }) => workspace.commands.showPolicies(workspace.view.policies !== true),
};
