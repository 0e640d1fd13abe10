/* oxlint-disable jsx-a11y/prefer-tag-over-role -- native table elements lose their roles with the display that virtual rows need */
import type { ReactElement } from 'react';
import type { ChainColumnKey } from '../../export/chain-columns.ts';
import type { ChainRow } from '../../export/chain-rows.ts';
import type { NodeId } from '../../graph/graph.ts';
import { ChainCell } from './chain-cell.tsx';

/** What a row is given, whether it shows as columns or as a card. */
export interface RowProps {
  readonly row: ChainRow;
  /** From 1, the heading counted. */
  readonly rowIndex: number;
  readonly top: number;
  readonly height: number;
  /** The row that the Tab key reaches. */
  readonly active: boolean;
  readonly selected: boolean;
  /** The selected profile or role is on this chain. */
  readonly related: boolean;
  readonly mount: (element: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onSelect: (node: NodeId) => void;
}

export interface ChainGridRowProps extends RowProps {
  readonly keys: readonly ChainColumnKey[];
  readonly tracks: string;
}

/** One chain as a row of cells. A click on the profile or role selects that, elsewhere the row's first node. */
export function ChainGridRow(props: ChainGridRowProps): ReactElement {
  const { row, keys, tracks, selected, related, mount } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the row group takes the keys for all rows
    <div
      ref={mount}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={selected}
      tabIndex={props.active ? 0 : -1}
      onFocus={props.onFocus}
      onClick={(event) => props.onSelect(nodeUnder(event.target, row))}
      className={`group absolute inset-x-0 grid cursor-default items-stretch border-b border-line text-sm focus-visible:outline-none focus-visible:after:pointer-events-none focus-visible:after:absolute focus-visible:after:inset-0 focus-visible:after:z-[2] focus-visible:after:border-2 focus-visible:after:border-accent ${rowTone(selected, related)}`}
      style={{ gridTemplateColumns: tracks, height: props.height, transform: `translateY(${props.top}px)` }}
    >
      {keys.map((key, index) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={index + 1}
          data-column={key}
          className="flex min-w-0 items-center bg-inherit px-2 first:sticky first:left-0 first:pl-4"
        >
          <ChainCell row={row} column={key} />
        </div>
      ))}
    </div>
  );
}

/** Opaque, since the first cell is sticky over the others. */
export function rowTone(selected: boolean, related: boolean): string {
  if (selected) return 'bg-accent-tint';
  return related ? 'bg-sunken' : 'bg-panel hover:bg-sunken';
}

/** Which node a click in a row means. */
function nodeUnder(target: EventTarget, row: ChainRow): NodeId {
  const column =
    target instanceof Element ? target.closest('[data-column]')?.getAttribute('data-column') : null;
  if (column?.startsWith('profile') && row.profile) return row.profile;
  if (column?.startsWith('role') && row.role) return row.role;
  return row.id;
}
