import { useEffect, useState } from 'react';
import type { PngScale } from '../../export/picture/canvas-limit.ts';
import type { MadePicture } from './make-picture.ts';
import { rasterise } from './rasterise.ts';

export type Png =
  | { readonly state: 'none' }
  | { readonly state: 'making' }
  | { readonly state: 'made'; readonly blob: Blob }
  | { readonly state: 'failed'; readonly why: string };

/** A picture as PNG, made anew when it or its scale changes; `none` while no picture is wanted. */
export function usePng(picture: MadePicture | undefined, size: PngScale | undefined): Png {
  const scale = size?.fits ? size.scale : undefined;
  const [png, setPng] = useState<Png & { readonly of?: MadePicture; readonly scale?: number }>({
    state: 'none',
  });
  useEffect(() => {
    if (!picture || scale === undefined) return;
    let wanted = true;
    const set = (made: Png): void => {
      if (wanted) setPng({ ...made, of: picture, scale });
    };
    rasterise(picture.svg, picture.width, picture.height, scale).then(
      (blob) => set({ state: 'made', blob }),
      (error: unknown) =>
        set({ state: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [picture, scale]);
  if (!picture || scale === undefined) return { state: 'none' };
  return png.of === picture && png.scale === scale ? png : { state: 'making' };
}
