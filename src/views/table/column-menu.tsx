import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { ChainTable } from './table-features.ts';

export interface ColumnMenuProps {
  readonly table: ChainTable;
  readonly onReset: () => void;
}

/** Which columns show. The last one cannot be taken away. */
export function ColumnMenu({ table, onReset }: ColumnMenuProps): ReactElement {
  const columns = table.getAllLeafColumns();
  const only = table.getVisibleLeafColumns().length === 1;
  return (
    <Popover
      label="Columns"
      placement="bottom end"
      trigger={
        <Button icon="columns" kind="bare">
          Columns
        </Button>
      }
    >
      <div className="flex w-44 flex-col gap-0.5">
        {columns.map((column) => (
          <Checkbox
            key={column.id}
            checked={column.getIsVisible()}
            disabled={only && column.getIsVisible()}
            onChange={(checked) => column.toggleVisibility(checked)}
          >
            {String(column.columnDef.header)}
          </Checkbox>
        ))}
        <Button kind="quiet" size="small" className="mt-2" onClick={onReset}>
          Usual columns
        </Button>
      </div>
    </Popover>
  );
}
