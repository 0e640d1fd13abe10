import { useCallback, useEffect, useRef, useState } from 'react';
import type { MarkId } from '../../scene/scene.ts';

/** Before the tooltip opens under a resting pointer, and before it closes when the pointer is on its way to it. */
const OPEN_AFTER = 450;
const CLOSE_AFTER = 120;

export interface Hover {
  /** Under the pointer. */
  readonly over: MarkId | undefined;
  /** Whose tooltip is open. */
  readonly tip: MarkId | undefined;
  readonly point: (mark: MarkId | undefined) => void;
  /** Keyboard focus opens the tooltip at once. */
  readonly show: (mark: MarkId | undefined) => void;
  /** While the pointer is on the tooltip it stays. */
  readonly hold: () => void;
  readonly release: () => void;
}

/** What the pointer rests on, and which tooltip is open. */
export function useHover(): Hover {
  const [over, setOver] = useState<MarkId>();
  const [tip, setTip] = useState<MarkId>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointed = useRef<MarkId>(undefined);

  const later = useCallback((delay: number, mark: MarkId | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setTip(mark), delay);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const point = useCallback(
    (mark: MarkId | undefined) => {
      if (pointed.current === mark) return;
      pointed.current = mark;
      setOver(mark);
      if (mark === undefined) later(CLOSE_AFTER, undefined);
      else later(OPEN_AFTER, mark);
    },
    [later],
  );
  const show = useCallback((mark: MarkId | undefined) => {
    clearTimeout(timer.current);
    setTip(mark);
  }, []);
  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => later(CLOSE_AFTER, undefined), [later]);
  return { over, tip, point, show, hold, release };
}
