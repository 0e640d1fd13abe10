import type { ReactElement } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { MadePicture } from './make-picture.ts';
import { SvgImage } from './svg-image.tsx';
import type { Made } from './use-made-picture.ts';

/** What comes out, as it will look, with its size. */
export function PicturePreview({ made }: { readonly made: Made }): ReactElement {
  return (
    <section aria-label="Preview" className="flex min-h-0 min-w-0 flex-col gap-2">
      <Content made={made} />
      <Notes made={made} />
    </section>
  );
}

/** Characters of a text to look at; the file and the clipboard get all. */
const MOST_SHOWN = 40_000;

function Content({ made }: { readonly made: Made }): ReactElement {
  switch (made.kind) {
    case 'nothing':
      return (
        <div className="grid flex-1 place-items-center rounded-lg border border-line bg-sunken">
          <EmptyState icon="graph" title="No picture">
            {made.why}
          </EmptyState>
        </div>
      );
    case 'text':
      return (
        <pre
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-[26rem] min-h-48 flex-1 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap focus-visible:-outline-offset-2 lg:max-h-none"
        >
          {made.text.slice(0, MOST_SHOWN)}
          {made.text.length > MOST_SHOWN && '…'}
        </pre>
      );
    default:
      return <PicturePane picture={made.picture} />;
  }
}

/** Higher than that in widths, a picture is scrolled through; shrunk to the pane nobody could read it. */
const MOST_SHRUNK = 1.6;

function PicturePane({ picture }: { readonly picture: MadePicture }): ReactElement {
  const tall = picture.height > picture.width * MOST_SHRUNK;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex max-h-[60vh] min-h-40 flex-1 overflow-auto rounded-lg border border-line bg-sunken p-2 focus-visible:-outline-offset-2 lg:max-h-none"
    >
      <SvgImage
        picture={picture}
        className={classNames(
          'm-auto h-auto max-w-full rounded shadow-(--shadow-small)',
          tall ? '' : 'w-auto lg:max-h-full',
        )}
      />
    </div>
  );
}

function Notes({ made }: { readonly made: Made }): ReactElement | null {
  if (made.kind === 'nothing') return null;
  const warning = warningOf(made);
  return (
    <>
      <p className="text-sm text-muted tabular-nums">{sizeWords(made)}</p>
      {warning && <Notice tone="doubt" title={warning} />}
    </>
  );
}

function warningOf(made: Exclude<Made, { kind: 'nothing' }>): string | undefined {
  if (made.kind === 'text') return made.note;
  if (made.kind === 'svg') return undefined;
  const { size, png } = made;
  if (!size.fits) {
    return 'No browser draws a PNG of this size. Choose SVG, filter the chains, or take what is in view.';
  }
  if (png.state === 'failed') return png.why;
  return size.reduced ? `Drawn at ${size.scale}×, the most that browsers can at this size.` : undefined;
}

function sizeWords(made: Exclude<Made, { kind: 'nothing' }>): string {
  if (made.kind === 'text') {
    const cut = made.text.length > MOST_SHOWN ? ' · the beginning is shown' : '';
    return byteWords(new Blob([made.text]).size) + cut;
  }
  const { width, height, svg } = made.picture;
  if (made.kind === 'svg') return `${pixelWords(width, height)} · ${byteWords(new Blob([svg]).size)}`;
  const scale = made.size.fits ? made.size.scale : 1;
  const bytes = made.png.state === 'made' ? byteWords(made.png.blob.size) : '…';
  return `${pixelWords(width * scale, height * scale)} · ${bytes}`;
}

function pixelWords(width: number, height: number): string {
  return `${Math.round(width).toLocaleString('en')} × ${Math.round(height).toLocaleString('en')} px`;
}

function byteWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
