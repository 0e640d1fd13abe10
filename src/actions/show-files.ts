import { showFilesPanel } from '../state/loaded-store.ts';
import type { Action } from './action.ts';

export const showFiles: Action = {
  id: 'show-files',
  label: 'Show what the files gave',
  group: 'Read',
  enabled: ({ workspace }) => workspace.inventory.kind === 'files',
  run: () => showFilesPanel('reports'),
};
