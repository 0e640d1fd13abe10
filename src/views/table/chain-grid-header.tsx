/* oxlint-disable jsx-a11y/prefer-tag-over-role -- native table elements lose their roles with the display that virtual rows need */
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import type { ChainTable } from './table-features.ts';

export interface ChainGridHeaderProps {
  readonly table: ChainTable;
  readonly tracks: string;
  readonly minWidth: number | undefined;
}

/** Column headings that stay in sight; each sorts: first one way, then the other, then as before. */
export function ChainGridHeader({ table, tracks, minWidth }: ChainGridHeaderProps): ReactElement {
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div role="rowgroup" className="sticky top-0 z-10" style={{ minWidth }}>
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 border-b border-line-strong bg-panel"
        style={{ gridTemplateColumns: tracks }}
      >
        {headers.map((header, index) => {
          const sorted = header.column.getIsSorted();
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
              className="flex min-w-0 items-stretch bg-panel first:sticky first:left-0 first:z-10 first:pl-2"
            >
              <button
                type="button"
                onClick={() => header.column.toggleSorting()}
                className="group flex min-w-0 flex-1 items-center gap-1 px-2 text-left text-xs font-semibold text-muted hover:text-text focus-visible:-outline-offset-2"
              >
                <span className="truncate">{String(header.column.columnDef.header)}</span>
                <Icon
                  name={sorted === 'desc' ? 'sort-down' : 'sort-up'}
                  size={12}
                  className={sorted ? 'text-accent' : 'opacity-0 group-hover:opacity-60'}
                />
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
