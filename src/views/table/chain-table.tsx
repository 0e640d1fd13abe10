import { type SortingState, useTable } from '@tanstack/react-table';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { ChainColumnKey } from '../../export/chain-columns.ts';
import type { ChainRow } from '../../export/chain-rows.ts';
import type { NodeId } from '../../graph/graph.ts';
import { Button } from '../../ui/button.tsx';
import { ChainGrid } from './chain-grid.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { defaultColumns, useShownColumns } from './shown-columns.ts';
import { SortMenu } from './sort-menu.tsx';
import { chainTableColumns, chainTableFeatures, shownKeys } from './table-features.ts';
import { useNarrow } from './use-narrow.ts';

export interface ChainTableProps {
  /** The rows that search and filters let through, in the order of the picture. */
  readonly rows: readonly ChainRow[];
  /** All chains, filtered or not. */
  readonly total: number;
  readonly selected: NodeId | undefined;
  readonly onSelect: (node: NodeId) => void;
  /** Saves what is shown: these rows in this order, these columns. */
  readonly onSaveCsv: (rows: readonly ChainRow[], columns: readonly ChainColumnKey[]) => void;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

/** The chains as a table: one row an instance, then profiles without instances, then roles without profiles. */
export function ChainTable(props: ChainTableProps): ReactElement {
  const { rows, total, selected, onSelect, onSaveCsv, empty } = props;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [columnVisibility, setColumnVisibility] = useShownColumns();
  const [frame, narrow] = useNarrow(620);
  const table = useTable({
    features: chainTableFeatures,
    columns: chainTableColumns,
    data: rows,
    getRowId: (row) => row.id,
    state: { sorting, columnVisibility },
    onSortingChange: setSorting,
    onColumnVisibilityChange: (updater) =>
      setColumnVisibility(typeof updater === 'function' ? updater(columnVisibility) : updater),
  });

  return (
    <section ref={frame} aria-label="Table of chains" className="flex h-full min-h-0 flex-col bg-panel">
      <div className="flex min-h-10 shrink-0 items-center gap-1 border-b border-line px-2 pl-4">
        <output className="mr-auto text-sm text-muted tabular-nums">{countWords(rows.length, total)}</output>
        {narrow ? (
          <SortMenu table={table} />
        ) : (
          <ColumnMenu table={table} onReset={() => setColumnVisibility(defaultColumns())} />
        )}
        <Button
          icon="download"
          kind="bare"
          disabled={rows.length === 0}
          onClick={() =>
            onSaveCsv(
              table.getRowModel().rows.map((row) => row.original),
              shownKeys(table),
            )
          }
        >
          CSV
        </Button>
      </div>
      {rows.length === 0 ? (
        <div className="min-h-0 flex-1 overflow-auto">{empty}</div>
      ) : (
        <ChainGrid
          table={table}
          label="Chains from instance to role"
          cards={narrow}
          selected={selected}
          onSelect={onSelect}
        />
      )}
    </section>
  );
}

function countWords(shown: number, total: number): string {
  const count = new Intl.NumberFormat('en');
  if (shown === total) return `${count.format(total)} ${total === 1 ? 'chain' : 'chains'}`;
  return `${count.format(shown)} of ${count.format(total)} chains`;
}
