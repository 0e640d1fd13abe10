import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ChainTable } from './table-features.ts';

/** Sorts where there are no headings to press. */
export function SortMenu({ table }: { readonly table: ChainTable }): ReactElement {
  const sorted = table.state.sorting[0];
  return (
    <Menu
      label="Sort by"
      trigger={
        <Button icon={sorted?.desc ? 'sort-down' : 'sort-up'} kind="bare">
          Sort
        </Button>
      }
      groups={[
        {
          entries: [
            {
              id: 'as-drawn',
              label: 'As in the graph',
              checked: sorted === undefined,
              onSelect: () => table.setSorting([]),
            },
            ...table.getAllLeafColumns().map((column) => ({
              id: column.id,
              label: String(column.columnDef.header),
              checked: sorted?.id === column.id,
              onSelect: () => column.toggleSorting(),
            })),
          ],
        },
      ]}
    />
  );
}
