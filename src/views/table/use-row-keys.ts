import { type KeyboardEvent, useEffect, useRef } from 'react';

export interface RowFocusOptions {
  readonly count: number;
  /** The one row that the Tab key reaches; it must stay in the DOM while it is scrolled away. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly pageSize: () => number;
  readonly scrollTo: (index: number) => void;
  readonly choose: (index: number) => void;
  /** The element of a row, once it is there. */
  readonly rowElement: (index: number) => HTMLElement | undefined;
}

/** Keys for the element that holds the rows: arrows, Home, End, Page Up, Page Down move; Enter and Space choose. */
export function useRowKeys(options: RowFocusOptions): (event: KeyboardEvent<HTMLElement>) => void {
  const { count, active, setActive, pageSize, scrollTo, choose, rowElement } = options;
  const moved = useRef(false);

  useEffect(() => {
    const element = moved.current ? rowElement(active) : undefined;
    if (!element?.isConnected) return;
    element.focus({ preventScroll: true });
    // A row far away comes a render later; until it has the focus, the next render tries again.
    moved.current = document.activeElement !== element;
  });

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(active);
      return;
    }
    const next = nextRow(event.key, active, count, pageSize);
    if (next === undefined) return;
    event.preventDefault();
    moved.current = true;
    setActive(next);
    scrollTo(next);
  };
}

/** Where a key leads to from a row; `undefined` for other keys. */
export function nextRow(
  key: string,
  active: number,
  count: number,
  pageSize: () => number,
): number | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(active + Math.max(1, pageSize()), last);
    case 'PageUp':
      return Math.max(active - Math.max(1, pageSize()), 0);
    default:
      return undefined;
  }
}
