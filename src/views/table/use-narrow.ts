import { type RefCallback, useCallback, useState } from 'react';

/** Whether an element is narrower than so many pixels, followed as it changes. */
export function useNarrow(below: number): [RefCallback<HTMLElement>, boolean] {
  const [narrow, setNarrow] = useState(false);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const look = (): void => setNarrow(element.clientWidth < below);
      const observer = new ResizeObserver(look);
      observer.observe(element);
      look();
      return () => observer.disconnect();
    },
    [below],
  );
  return [ref, narrow];
}
