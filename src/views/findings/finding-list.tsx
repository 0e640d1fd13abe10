/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-interactions -- only the rows on
   screen are in the DOM, so the list says its own size; it notes which row has the focus, to keep that one */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useRef, useState } from 'react';
import type { Finding, FindingId } from '../../findings/finding.ts';
import type { FindingRow } from './finding-filter.ts';
import { FindingItem } from './finding-item.tsx';

export interface FindingListProps {
  readonly rows: readonly FindingRow[];
  readonly onShowProof: (finding: Finding) => void;
}

/** Findings under their headings; only what is on screen is in the DOM. */
export function FindingList({ rows, onShowProof }: FindingListProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<FindingId>>(new Set());
  const [focused, setFocused] = useState(-1);
  // oxlint-disable-next-line react/incompatible-library -- nothing that comes from it is memoised here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? 40 : 56),
    overscan: 6,
    rangeExtractor: (range) => {
      const shown: number[] = [];
      const first = Math.max(0, range.startIndex - range.overscan);
      const last = Math.min(range.count - 1, range.endIndex + range.overscan);
      for (let index = first; index <= last; index += 1) shown.push(index);
      if (focused >= 0 && focused < range.count && (focused < first || focused > last)) shown.push(focused);
      return shown.sort((a, b) => a - b);
    },
  });

  const toggle = (id: FindingId): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <div
        role="list"
        aria-label="Findings"
        className="relative mx-auto max-w-5xl"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 px-4"
              style={{ transform: `translateY(${item.start}px)` }}
              onFocus={() => setFocused(item.index)}
            >
              {row.kind === 'heading' ? (
                <h2 className="flex items-baseline gap-2 pt-4 pb-1.5">
                  <span className="heading-caps">{row.heading}</span>
                  <span className="text-xs text-muted tabular-nums">{row.count}</span>
                </h2>
              ) : (
                <FindingItem
                  finding={row.finding}
                  open={open.has(row.finding.id)}
                  onToggle={() => toggle(row.finding.id)}
                  onShowProof={() => onShowProof(row.finding)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
