/** What every current browser can still draw on a canvas: one side, and all pixels together (256 MB of them). */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 64_000_000;

export type PngScale =
  | { readonly fits: true; readonly scale: number; readonly reduced: boolean }
  /** Not even at full size. */
  | { readonly fits: false };

/** The wanted scale, or the largest below it that a canvas can hold; never below 1, since texts would be unreadable. */
export function pngScale(width: number, height: number, wanted: number): PngScale {
  const most = Math.min(MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  if (wanted <= most) return { fits: true, scale: wanted, reduced: false };
  const scale = Math.floor(most * 10) / 10;
  return scale < 1 ? { fits: false } : { fits: true, scale, reduced: true };
}
