import { findingsCsv } from '../export/findings-csv.ts';
import type { Action } from './action.ts';
import { exportName } from './export-name.ts';

export const exportFindingsCsv: Action = {
  id: 'export-findings-csv',
  label: 'Export findings as CSV',
  group: 'Export',
  enabled: ({ workspace }) => workspace.findings.length > 0,
  run: ({ workspace, shell }) =>
    shell.save({
      name: exportName(workspace, 'findings', 'csv'),
      mediaType: 'text/csv',
      text: findingsCsv(
        workspace.graph,
        workspace.findings,
        (finding) => workspace.dismissals.all.get(finding.id)?.reason,
        { byteOrderMark: true },
      ),
    }),
};
