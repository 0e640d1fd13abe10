/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- native table
   elements lose their roles with the display that virtual rows need; the row group takes the keys for all its rows */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import type { ChainRow } from '../../export/chain-rows.ts';
import type { NodeId } from '../../graph/graph.ts';
import { ChainCard } from './chain-card.tsx';
import { ChainGridHeader } from './chain-grid-header.tsx';
import { ChainGridRow } from './chain-grid-row.tsx';
import { type ChainTable, gridTracks, leastWidth, shownKeys } from './table-features.ts';
import { useRowKeys } from './use-row-keys.ts';

const ROW_HEIGHT = 30;
const CARD_HEIGHT = 80;
const HEADER_HEIGHT = 32;

export interface ChainGridProps {
  readonly table: ChainTable;
  readonly label: string;
  /** Cards instead of columns, where columns would not be readable. */
  readonly cards: boolean;
  readonly selected: NodeId | undefined;
  readonly onSelect: (node: NodeId) => void;
}

/** The rows that are on screen, and the one that has the focus; a grid of rows to screen readers. */
export function ChainGrid({ table, label, cards, selected, onSelect }: ChainGridProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const elements = useRef(new Map<number, HTMLElement>());
  const rows = table.getRowModel().rows;
  const [wanted, setActive] = useState(0);
  const active = Math.max(0, Math.min(wanted, rows.length - 1));
  const height = cards ? CARD_HEIGHT : ROW_HEIGHT;
  const headerHeight = cards ? 0 : HEADER_HEIGHT;

  // oxlint-disable-next-line react/incompatible-library -- nothing that comes from it is memoised here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollPaddingStart: headerHeight,
    overscan: 8,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        return shown.includes(active) ? shown : [...shown, active].sort((a, b) => a - b);
      },
      [active],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);

  const choose = (index: number): void => {
    const row = rows[index]?.original;
    if (row) onSelect(row.id);
  };
  const onKeyDown = useRowKeys({
    count: rows.length,
    active,
    setActive,
    pageSize: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / height) - 1,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    choose,
    rowElement: (index) => elements.current.get(index),
  });
  useScrollToSelected(rows, selected, virtualizer.scrollToIndex, setActive);

  const tracks = gridTracks(table);
  const keys = shownKeys(table);
  const minWidth = cards ? undefined : leastWidth(table);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + (cards ? 0 : 1)}
      aria-colcount={cards ? 1 : keys.length}
      className="min-h-0 flex-1 overflow-auto overscroll-contain"
    >
      {!cards && <ChainGridHeader table={table} tracks={tracks} minWidth={minWidth} />}
      <div
        role="rowgroup"
        className="relative"
        style={{ height: virtualizer.getTotalSize(), minWidth }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]?.original;
          if (!row) return null;
          const common = {
            row,
            rowIndex: item.index + (cards ? 1 : 2),
            top: item.start,
            height,
            active: item.index === active,
            selected: selected === row.id,
            related: selected !== undefined && (selected === row.profile || selected === row.role),
            mount: (element: HTMLElement | null) => {
              if (element) elements.current.set(item.index, element);
              else elements.current.delete(item.index);
            },
            onFocus: () => setActive(item.index),
            onSelect,
          };
          return cards ? (
            <ChainCard key={row.id} {...common} />
          ) : (
            <ChainGridRow key={row.id} {...common} keys={keys} tracks={tracks} />
          );
        })}
      </div>
    </div>
  );
}

/** Brings a row that was selected elsewhere (in the picture, by a link) into sight, once. */
function useScrollToSelected(
  rows: readonly { readonly original: ChainRow }[],
  selected: NodeId | undefined,
  scrollToIndex: (index: number, options: { align: 'auto' }) => void,
  setActive: (index: number) => void,
): void {
  const seen = useRef<NodeId | undefined>(undefined);
  useEffect(() => {
    if (selected === undefined || seen.current === selected || rows.length === 0) return;
    seen.current = selected;
    const index = rows.findIndex((row) => row.original.id === selected);
    if (index === -1) return;
    setActive(index);
    scrollToIndex(index, { align: 'auto' });
  }, [rows, selected, scrollToIndex, setActive]);
}
