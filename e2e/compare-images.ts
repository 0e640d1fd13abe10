import type { Page } from '@playwright/test';

export interface ImagePart {
  /** As a data or blob address. */
  readonly src: string;
  readonly x: number;
  readonly y: number;
}

/** A difference of one channel that anybody would see, of 255. Edges of letters differ by less from one way of drawing to another. */
const VISIBLE = 64;

/** Which share of the pixels of two images differs, over an area that begins at a point of each. Drawn by the browser itself. */
export async function shareThatDiffers(
  page: Page,
  one: ImagePart,
  other: ImagePart,
  size: { readonly width: number; readonly height: number },
): Promise<number> {
  return page.evaluate(
    async ({ parts, width, height, visible }) => {
      const drawn = await Promise.all(
        parts.map(async ({ src, x, y }) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = width;
          canvas.height = height;
          const context = canvas.getContext('2d');
          if (!context) throw new Error('This browser draws on no canvas.');
          context.drawImage(image, -x, -y);
          return context.getImageData(0, 0, width, height).data;
        }),
      );
      const [first, second] = drawn;
      if (!first || !second) return 1;
      let differing = 0;
      for (let at = 0; at < first.length; at += 4) {
        const channels = [0, 1, 2].map((n) => Math.abs((first[at + n] ?? 0) - (second[at + n] ?? 0)));
        if (Math.max(...channels) > visible) differing += 1;
      }
      return differing / (width * height);
    },
    { parts: [one, other], ...size, visible: VISIBLE },
  );
}
