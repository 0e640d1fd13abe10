import type { PaletteName } from '../../export/picture/palette.ts';
import type { PictureOf } from './picture-source.ts';

export type PictureFormat = 'png' | 'svg' | 'mermaid' | 'dot';

/** What a person chose in the dialog. */
export interface PictureChoice {
  readonly of: PictureOf;
  readonly format: PictureFormat;
  /** Of a PNG: pixels to a CSS pixel. */
  readonly scale: 1 | 2 | 3 | 4;
  readonly colours: 'screen' | PaletteName;
}

export function isImage(format: PictureFormat): format is 'png' | 'svg' {
  return format === 'png' || format === 'svg';
}
