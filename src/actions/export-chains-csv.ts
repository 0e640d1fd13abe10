import { CHAIN_COLUMNS } from '../export/chain-columns.ts';
import { chainRows } from '../export/chain-rows.ts';
import { chainsCsv } from '../export/chains-csv.ts';
import type { Action } from './action.ts';
import { exportName } from './export-name.ts';

export const exportChainsCsv: Action = {
  id: 'export-chains-csv',
  label: 'Export chains as CSV',
  group: 'Export',
  keys: 'e',
  enabled: ({ workspace }) => workspace.shownChains.length > 0,
  run: ({ workspace, shell }) => {
    const rows = chainRows(
      workspace.graph,
      workspace.shownChains,
      (node) => workspace.findingsOf.get(node) ?? [],
    );
    const columns = CHAIN_COLUMNS.map((column) => column.key);
    shell.save({
      name: exportName(workspace, 'chains', 'csv'),
      mediaType: 'text/csv',
      text: chainsCsv(rows, columns, { byteOrderMark: true }),
    });
  },
};
