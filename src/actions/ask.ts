import { openAsk } from '../state/ask-opening.ts';
import type { Action } from './action.ts';

export const ask: Action = {
  id: 'ask',
  label: 'Ask what a role can do',
  group: 'Find',
  keys: 'a',
  enabled: ({ workspace }) => workspace.graph.nodes.size > 0,
  run: ({ workspace }) => openAsk(workspace.view.selected),
};
