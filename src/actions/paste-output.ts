import { showFilesPanel } from '../state/loaded-store.ts';
import { type Action, always } from './action.ts';

export const pasteOutput: Action = {
  id: 'paste-output',
  label: 'Paste output of the AWS CLI',
  group: 'Read',
  enabled: always,
  run: () => showFilesPanel('paste'),
};
