import { type ReactElement, useCallback } from 'react';
import type { MadePicture } from './make-picture.ts';

export interface SvgImageProps {
  readonly picture: MadePicture;
  readonly className: string;
}

/** A made picture as an image of the page: in there it can load and run nothing. */
export function SvgImage({ picture, className }: SvgImageProps): ReactElement {
  const { svg, width, height, title } = picture;
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return;
      const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [svg],
  );
  return (
    <img ref={show} alt={title} width={Math.round(width)} height={Math.round(height)} className={className} />
  );
}
