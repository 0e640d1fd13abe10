import { cutIntoPages } from '../../export/picture/cut-into-pages.ts';
import type { Workspace } from '../../state/workspace.ts';
import { type MadePicture, makePicture } from './make-picture.ts';
import type { PictureSource } from './picture-source.ts';

/** The picture on as many pages as keep it readable, in the colours of paper. */
export function pagesOf(workspace: Workspace, source: PictureSource): readonly MadePicture[] {
  const boxes = cutIntoPages(source.scene, source.box);
  return boxes.map((box, index) => {
    const place = boxes.length === 1 ? [] : [`page ${index + 1} of ${boxes.length}`];
    return makePicture(workspace, { ...source, box }, 'light', place);
  });
}
