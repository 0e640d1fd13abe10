import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { HEADINGS_HEIGHT } from '../../scene/draw-headings.ts';
import type { Mark, Scene } from '../../scene/scene.ts';
import type { Band } from '../../scene/visible-part.ts';
import { clampZoom, fitZoom, type Scale, scaleAt, scrollKeeping } from './zoom.ts';

/** What is drawn beyond the view on both sides, and how far one scrolls before more is drawn. CSS pixels. */
const BEYOND = 200;
const STRIDE = 200;

/** A point of the view, in CSS pixels from its upper left corner. */
interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

export interface Viewport {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly zoom: number;
  readonly scale: Scale;
  /** Size of the view without the headings. */
  readonly width: number;
  readonly height: number;
  /** What is drawn, in scene units. Changes once in a while, not with each scrolled pixel. */
  readonly band: Band;
  /** Where the picture starts when it is narrower than the view. */
  readonly left: number;
  readonly zoomAt: (factor: number, at?: ViewPoint) => void;
  /** Everything in view, or back to full size when it is already. */
  readonly fit: () => void;
  readonly fullSizeAt: (sceneY: number) => void;
  /** Scrolls the least that brings a mark into view. */
  readonly reveal: (mark: Mark) => void;
  /** From CSS pixels of the view to scene units. */
  readonly toScene: (at: ViewPoint) => ViewPoint;
}

/** Scroll and zoom. The browser scrolls; what is drawn follows in strides, so scrolling alone costs no drawing. */
export function useViewport(scene: Scene): Viewport {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [wanted, setWanted] = useState(1);
  const [pixels, setPixels] = useState<Band>({ top: 0, bottom: 1200 });
  const pending = useRef<{ zoom: number; left: number; top: number } | undefined>(undefined);

  const zoom = clampZoom(wanted, scene.height, size.height);
  const scale = useMemo(() => scaleAt(zoom), [zoom]);
  const left = Math.max(0, (size.width - scene.width * scale.x) / 2);
  const latest = useRef({ scene, zoom, size });
  useLayoutEffect(() => {
    latest.current = { scene, zoom, size };
  });

  const follow = useCallback(() => {
    const view = ref.current;
    if (!view) return;
    const top = Math.floor((view.scrollTop - BEYOND) / STRIDE) * STRIDE;
    const bottom = Math.ceil((view.scrollTop + view.clientHeight + BEYOND) / STRIDE) * STRIDE;
    setPixels((known) => (known.top === top && known.bottom === bottom ? known : { top, bottom }));
  }, []);

  useLayoutEffect(() => {
    const view = ref.current;
    if (!view) return;
    const measure = () => {
      setSize({ width: view.clientWidth, height: view.clientHeight - HEADINGS_HEIGHT });
      follow();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    view.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', follow);
    };
  }, [follow]);

  // The scroll offset of a new zoom can only be set once the picture has its new size.
  useLayoutEffect(() => {
    const view = ref.current;
    if (!view || !pending.current || pending.current.zoom !== zoom) return;
    view.scrollTo({ left: pending.current.left, top: pending.current.top, behavior: 'instant' });
    pending.current = undefined;
    follow();
  }, [zoom, follow]);

  const zoomTo = useCallback((to: number, at?: ViewPoint) => {
    const view = ref.current;
    if (!view) return;
    const now = latest.current;
    const from = pending.current ?? { zoom: now.zoom, left: view.scrollLeft, top: view.scrollTop };
    const next = clampZoom(to, now.scene.height, now.size.height);
    if (next === from.zoom) return;
    const point = at ?? { x: view.clientWidth / 2, y: HEADINGS_HEIGHT + now.size.height / 2 };
    pending.current = {
      zoom: next,
      left: scrollKeeping(point.x, from.left, scaleAt(from.zoom).x, scaleAt(next).x),
      top: scrollKeeping(point.y - HEADINGS_HEIGHT, from.top, from.zoom, next),
    };
    setWanted(next);
  }, []);

  const zoomAt = useCallback(
    (factor: number, at?: ViewPoint) => zoomTo((pending.current?.zoom ?? latest.current.zoom) * factor, at),
    [zoomTo],
  );

  const fit = useCallback(() => {
    const { scene: shown, size: view, zoom: now } = latest.current;
    const all = fitZoom(shown.height, view.height);
    zoomTo(now === all ? 1 : all);
  }, [zoomTo]);

  const fullSizeAt = useCallback((sceneY: number) => {
    const view = ref.current;
    if (!view) return;
    pending.current = { zoom: 1, left: 0, top: Math.max(0, sceneY - latest.current.size.height / 2) };
    setWanted(1);
  }, []);

  const reveal = useCallback(
    (mark: Mark) => {
      const view = ref.current;
      if (!view) return;
      const { x, y } = scaleAt(latest.current.zoom);
      const margin = 24;
      const top = mark.y * y - margin;
      const bottom = (mark.y + mark.height) * y + margin;
      // At the very first the size is not measured yet.
      const height = latest.current.size.height || view.clientHeight - HEADINGS_HEIGHT;
      const leftEdge = mark.x * x - margin;
      const rightEdge = (mark.x + mark.width) * x + margin;
      view.scrollTo({
        top: nearest(view.scrollTop, height, top, bottom),
        left: nearest(view.scrollLeft, view.clientWidth, leftEdge, rightEdge),
        behavior: 'instant',
      });
      follow();
    },
    [follow],
  );

  const toScene = useCallback((at: ViewPoint) => {
    const view = ref.current;
    const { scene: shown, zoom: now, size: viewSize } = latest.current;
    const { x, y } = scaleAt(now);
    const start = Math.max(0, (viewSize.width - shown.width * x) / 2);
    return {
      x: ((view?.scrollLeft ?? 0) + at.x - start) / x,
      y: ((view?.scrollTop ?? 0) + at.y - HEADINGS_HEIGHT) / y,
    };
  }, []);

  const band = useMemo(
    () => ({ top: pixels.top / scale.y, bottom: pixels.bottom / scale.y }),
    [pixels, scale],
  );
  return { ref, zoom, scale, ...size, band, left, zoomAt, fit, fullSizeAt, reveal, toScene };
}

function nearest(scroll: number, room: number, start: number, end: number): number {
  if (start < scroll) return Math.max(0, start);
  return end > scroll + room ? end - room : scroll;
}
