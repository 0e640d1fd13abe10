import { type Diagram, diagramOf } from '../../export/diagram/diagram.ts';
import { dotText } from '../../export/diagram/dot.ts';
import { mermaidText } from '../../export/diagram/mermaid.ts';
import { captionParts } from '../../export/picture/caption.ts';
import { composePicture, type Picture } from '../../export/picture/compose-picture.ts';
import { PALETTES, type PaletteName } from '../../export/picture/palette.ts';
import { pictureSvg } from '../../export/picture/picture-svg.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { PictureSource } from './picture-source.ts';

/** Higher pictures help nobody, and browsers take long over them. CSS pixels. */
const MOST_HEIGHT = 60_000;

export interface MadePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it is of, in a sentence. */
  readonly title: string;
}

/** The caption of a source. */
function captionOf(workspace: Workspace, source: PictureSource): readonly string[] {
  const { inventory, accountNames, chains, view, redaction, comparison } = workspace;
  return captionParts({
    inventory,
    accountNames,
    chains: source.chains,
    total: chains.length,
    filter: view.filter,
    redacted: redaction.on,
    compared: comparison,
  });
}

/** The height of the picture in CSS pixels where it is more than a picture may have. */
export function tooHigh({ scene, box }: PictureSource): number | undefined {
  const height = box ? Math.min(box.bottom, scene.height) - Math.max(0, box.top) : scene.height;
  return height > MOST_HEIGHT ? Math.round(height) : undefined;
}

/** The picture as SVG; `more` goes to the end of its caption. */
export function makePicture(
  workspace: Workspace,
  source: PictureSource,
  palette: PaletteName,
  more: readonly string[] = [],
): MadePicture {
  const caption = [...captionOf(workspace, source), ...more];
  const picture: Picture = composePicture({ ...source, caption });
  const title = `Instances, instance profiles and roles: ${caption.join(' · ')}`;
  const svg = pictureSvg(picture, PALETTES[palette], title);
  return { svg, width: picture.width, height: picture.height, title };
}

/** The same as text for another drawing program. */
export function makeDiagram(
  workspace: Workspace,
  source: PictureSource,
  language: 'mermaid' | 'dot',
): { readonly text: string; readonly diagram: Diagram } {
  const diagram = diagramOf(source.scene, source.box);
  const caption = captionOf(workspace, source);
  return { diagram, text: (language === 'mermaid' ? mermaidText : dotText)(diagram, caption) };
}
