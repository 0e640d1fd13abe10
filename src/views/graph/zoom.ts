import type { MarkDetail } from '../../scene/draw-mark.ts';
import { CARD_HEIGHT, ROW_GAP } from '../../scene/geometry.ts';

/** How scene units become CSS pixels. */
export interface Scale {
  readonly x: number;
  readonly y: number;
}

export const MOST_ZOOM = 2;
/** One press of a zoom button. */
export const ZOOM_STEP = 1.3;

/** Two lines of text need that share of a card's height. */
const FULL_FROM = 0.74;
/** One line needs that share of a row. */
const TITLES_FROM = 0.34;
/** More marks than that in view are drawn as bars, so that the document stays small. */
const MOST_TITLES = 210;

/**
 * Above 1 the picture grows as a whole. Below 1 only the rows are pressed together and the columns keep their width, so
 * that texts stay as large as they are and many more chains fit: a picture of 20,000 nodes is 900 px wide and 200 times as
 * high, and shrunk evenly it would be a line.
 */
export function scaleAt(zoom: number): Scale {
  return { x: Math.max(1, zoom), y: zoom };
}

/** How much of each mark there is room for. */
export function detailAt(zoom: number, columns: number, viewHeight: number): MarkDetail {
  if (zoom >= FULL_FROM) return 'full';
  const rows = viewHeight / ((CARD_HEIGHT + ROW_GAP) * zoom);
  return zoom >= TITLES_FROM && rows * columns <= MOST_TITLES ? 'title' : 'outline';
}

/** The zoom at which the whole height is in view, never more than 1. */
export function fitZoom(sceneHeight: number, viewHeight: number): number {
  if (sceneHeight <= 0 || viewHeight <= 0) return 1;
  return Math.min(1, viewHeight / sceneHeight);
}

/** A zoom inside of what the view allows: out until everything is in view, in until {@link MOST_ZOOM}. */
export function clampZoom(zoom: number, sceneHeight: number, viewHeight: number): number {
  return Math.min(MOST_ZOOM, Math.max(fitZoom(sceneHeight, viewHeight), zoom));
}

/** The scroll offset after a zoom that keeps the point at `at` (CSS pixels from the view's edge) where it is. */
export function scrollKeeping(at: number, scroll: number, from: number, to: number): number {
  return Math.max(0, ((scroll + at) / from) * to - at);
}
