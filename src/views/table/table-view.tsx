import { type ReactElement, useMemo } from 'react';
import { exportName } from '../../actions/export-name.ts';
import type { ChainColumnKey } from '../../export/chain-columns.ts';
import { type ChainRow, chainRows } from '../../export/chain-rows.ts';
import { chainsCsv } from '../../export/chains-csv.ts';
import type { Finding } from '../../findings/finding.ts';
import type { NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { saveTextFile } from '../save-text-file.ts';
import { ChainTable } from './chain-table.tsx';
import { inTableOrder } from './table-order.ts';

const NONE: readonly Finding[] = [];

/** The chains that search and filters let through, as a table. */
export function TableView(): ReactElement {
  const workspace = useWorkspace();
  const { graph, chains, shownChains, findingsOf, dismissals, view, commands, reading } = workspace;
  const rows = useMemo(() => {
    const findingsOn = (node: NodeId): readonly Finding[] =>
      (findingsOf.get(node) ?? NONE).filter((finding) => !dismissals.all.has(finding.id));
    return inTableOrder(chainRows(graph, shownChains, findingsOn));
  }, [graph, shownChains, findingsOf, dismissals.all]);

  const saveCsv = (shown: readonly ChainRow[], columns: readonly ChainColumnKey[]): void =>
    saveTextFile({
      name: exportName(workspace, 'chains', 'csv'),
      mediaType: 'text/csv',
      text: chainsCsv(shown, columns, { byteOrderMark: true }),
    });

  return (
    <ChainTable
      rows={rows}
      total={chains.length}
      selected={view.selected}
      onSelect={commands.select}
      onSaveCsv={saveCsv}
      empty={
        chains.length > 0 ? (
          <EmptyState
            icon="filter"
            title="No chain matches"
            actions={<Button onClick={commands.clearFilter}>Clear search and filters</Button>}
          >
            Search and filters leave none of the {chains.length} chains.
          </EmptyState>
        ) : (
          <EmptyState icon="table" title={reading.state === 'reading' ? 'Nothing read yet' : 'No chains'}>
            {reading.state === 'reading'
              ? 'Rows appear as the regions answer.'
              : 'What was read holds no instance, no instance profile and no role for EC2. Coverage tells what was looked at.'}
          </EmptyState>
        )
      }
    />
  );
}
