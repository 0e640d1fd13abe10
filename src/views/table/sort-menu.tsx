import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ChainTable } from './table-features.ts';

/** What a card shows; sorting by what nobody sees would only confuse. */
const ON_CARDS: ReadonlySet<string> = new Set([
  'instanceName',
  'instanceId',
  'state',
  'region',
  'profileName',
  'roleName',
  'statusWords',
  'findings',
]);

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
              id: 'usual',
              label: 'Usual order',
              checked: sorted === undefined,
              onSelect: () => table.setSorting([]),
            },
            ...table
              .getAllLeafColumns()
              .filter((column) => ON_CARDS.has(column.id))
              .map((column) => ({
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
