import { cutIntoPages } from '../../export/picture/cut-into-pages.ts';
import type { Workspace } from '../../state/workspace.ts';
import { type MadePicture, makePicture } from './make-picture.ts';
import type { PictureSource } from './picture-source.ts';

/** The picture on as many pages as keep it readable, in the colours of paper. */
export function pagesOf(workspace: Workspace, source: PictureSource): readonly MadePicture[] {
  return cutIntoPages(source.scene, source.box).map((box) =>
    makePicture(workspace, { ...source, box }, 'light'),
  );
}
