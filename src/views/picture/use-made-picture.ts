import { useMemo } from 'react';
import { assertNever } from '../../base/assert-never.ts';
import { type PngScale, pngScale } from '../../export/picture/canvas-limit.ts';
import type { PaletteName } from '../../export/picture/palette.ts';
import type { ShownPart } from '../../state/shown-part.ts';
import { useTheme } from '../../state/theme.ts';
import type { Workspace } from '../../state/workspace.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { type MadePicture, makeDiagram, makePicture, tooHigh } from './make-picture.ts';
import { isImage, type PictureChoice } from './picture-choice.ts';
import { type PictureSource, pictureSource } from './picture-source.ts';
import { type Png, usePng } from './use-png.ts';

/** What a choice gives. */
export type Made =
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'svg'; readonly picture: MadePicture }
  | { readonly kind: 'png'; readonly picture: MadePicture; readonly size: PngScale; readonly png: Png }
  | { readonly kind: 'text'; readonly text: string; readonly note?: string | undefined };

/** Mermaid refuses more links than that unless it is told otherwise. */
const MERMAID_LINKS = 500;

/** Makes what was chosen, anew with each choice. */
export function useMadePicture(
  workspace: Workspace,
  choice: PictureChoice,
  part: ShownPart | undefined,
): { readonly source: PictureSource; readonly made: Made } {
  const { of, format, scale, colours } = choice;
  const onScreen = useShownPalette();
  const palette = colours === 'screen' ? onScreen : colours;
  const source = useMemo(() => pictureSource(workspace, of, part), [workspace, of, part]);
  const height = tooHigh(source);
  const image = isImage(format);
  const picture = useMemo(
    () => (image && height === undefined ? makePicture(workspace, source, palette) : undefined),
    [workspace, source, palette, image, height],
  );
  const size = useMemo(
    () => (picture && format === 'png' ? pngScale(picture.width, picture.height, scale) : undefined),
    [picture, format, scale],
  );
  const png = usePng(picture, size);
  const text = useMemo(
    () => (isImage(format) ? undefined : makeDiagram(workspace, source, format)),
    [workspace, source, format],
  );

  const make = (): Made => {
    if (source.scene.marks.size === 0) return { kind: 'nothing', why: 'There is no chain to draw.' };
    if (text) return { kind: 'text', text: text.text, note: linkNote(format, text.diagram.links.length) };
    if (picture && size) return { kind: 'png', picture, size, png };
    if (picture) return { kind: 'svg', picture };
    return { kind: 'nothing', why: tooHighWords(height ?? 0) };
  };
  return { source, made: make() };
}

function linkNote(format: PictureChoice['format'], links: number): string | undefined {
  if (format !== 'mermaid' || links <= MERMAID_LINKS) return undefined;
  return `${links.toLocaleString('en')} links: Mermaid draws ${MERMAID_LINKS} at most unless its maxEdges is raised.`;
}

function tooHighWords(height: number): string {
  return `This picture would be ${height.toLocaleString('en')} pixels high, which no program opens well. Filter the chains, close the folds, or take what is in view.`;
}

/** The colours that the page has now. */
function useShownPalette(): PaletteName {
  const [theme] = useTheme();
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  switch (theme) {
    case 'light':
    case 'dark':
      return theme;
    case 'system':
      return systemIsDark ? 'dark' : 'light';
    default:
      return assertNever(theme);
  }
}
