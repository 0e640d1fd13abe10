import { writeSnapshot } from '../files/snapshot.ts';
import { dismissalsOf } from '../state/dismissals.ts';
import { type Action, always } from './action.ts';
import { exportName } from './export-name.ts';

export const saveSnapshot: Action = {
  id: 'save-snapshot',
  label: 'Save a snapshot to open later',
  group: 'Export',
  enabled: always,
  run: ({ workspace, shell }) =>
    shell.save({
      name: exportName(workspace, 'snapshot', 'json'),
      mediaType: 'application/json',
      text: writeSnapshot(workspace.inventory, dismissalsOf(workspace.findings, workspace.dismissals.all), {
        ...workspace.view,
        accountNames: Object.fromEntries(workspace.accountNames),
      }),
    }),
};
