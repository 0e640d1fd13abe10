import { useEffect, useRef } from 'react';
import type { Viewport } from './use-viewport.ts';

/** A press that moves less than that is a click. CSS pixels. */
const SLOP = 4;
const WHEEL_SPEED = 0.0022;

/**
 * The wheel scrolls as in a document; with Ctrl or ⌘, and by pinching, it zooms where the pointer is. Dragging with the
 * mouse pans. A finger scrolls by the browser's own means, two of them zoom.
 */
export function useGestures(viewport: Viewport): void {
  const { ref, zoomAt } = viewport;
  const pinch = useRef<number | undefined>(undefined);

  useEffect(() => {
    const view = ref.current;
    if (!view) return;
    const pointIn = (event: { readonly clientX: number; readonly clientY: number }) => {
      const box = view.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoomAt(Math.exp(-event.deltaY * lines * WHEEL_SPEED), pointIn(event));
    };

    const onTouchMove = (event: TouchEvent) => {
      const [a, b] = event.touches;
      if (!a || !b) return;
      event.preventDefault();
      const distance = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      const middle = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
      if (pinch.current) zoomAt(distance / pinch.current, pointIn(middle));
      pinch.current = distance;
    };
    const onTouchEnd = () => {
      pinch.current = undefined;
    };

    const onPointerDown = (down: PointerEvent) => {
      if (down.pointerType !== 'mouse' || down.button !== 0) return;
      const start = { left: view.scrollLeft, top: view.scrollTop };
      let dragging = false;
      const onMove = (move: PointerEvent) => {
        const dx = move.clientX - down.clientX;
        const dy = move.clientY - down.clientY;
        if (!dragging && Math.hypot(dx, dy) < SLOP) return;
        if (!dragging) view.setPointerCapture(down.pointerId);
        dragging = true;
        view.dataset['dragging'] = '';
        view.scrollTo({ left: start.left - dx, top: start.top - dy, behavior: 'instant' });
      };
      const onUp = () => {
        view.removeEventListener('pointermove', onMove);
        view.removeEventListener('pointerup', onUp);
        view.removeEventListener('pointercancel', onUp);
        // The click that ends a drag must not select what lies below it.
        if (dragging) setTimeout(() => delete view.dataset['dragging']);
      };
      view.addEventListener('pointermove', onMove);
      view.addEventListener('pointerup', onUp);
      view.addEventListener('pointercancel', onUp);
    };

    view.addEventListener('wheel', onWheel, { passive: false });
    view.addEventListener('touchmove', onTouchMove, { passive: false });
    view.addEventListener('touchend', onTouchEnd);
    view.addEventListener('pointerdown', onPointerDown);
    return () => {
      view.removeEventListener('wheel', onWheel);
      view.removeEventListener('touchmove', onTouchMove);
      view.removeEventListener('touchend', onTouchEnd);
      view.removeEventListener('pointerdown', onPointerDown);
    };
  }, [ref, zoomAt]);
}
