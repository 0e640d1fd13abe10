import { type ReactElement, useState } from 'react';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { saveBlob, saveTextFile } from '../save-text-file.ts';
import { copyForms, copyText } from './clipboard.ts';
import type { PictureChoice } from './picture-choice.ts';
import { rasterise } from './rasterise.ts';
import type { Made } from './use-made-picture.ts';

export interface PictureButtonsProps {
  readonly made: Made;
  readonly format: PictureChoice['format'];
  /** The file's name, given its extension. */
  readonly nameFor: (extension: string) => string;
  readonly onPrint: () => void;
}

/** Download, copy, print. */
export function PictureButtons({ made, format, nameFor, onPrint }: PictureButtonsProps): ReactElement {
  const [failed, setFailed] = useState(false);
  const usable = made.kind === 'text' || made.kind === 'svg' || (made.kind === 'png' && made.size.fits);
  const copy = async (): Promise<void> => {
    const done = await copyMade(made);
    setFailed(!done);
    announce(done ? `Copied the ${WORDS[format]}` : `The browser did not allow copying the ${WORDS[format]}`);
  };
  return (
    <>
      {failed && (
        <p className="mr-auto self-center text-sm text-danger">
          The browser did not allow copying. Download the file instead.
        </p>
      )}
      <Button onClick={onPrint} disabled={made.kind === 'nothing' || made.kind === 'text'}>
        Print…
      </Button>
      <Button icon="copy" onClick={() => void copy()} disabled={!usable}>
        Copy
      </Button>
      <Button
        kind="primary"
        icon="download"
        onClick={() => save(made, format, nameFor)}
        disabled={!usable || (made.kind === 'png' && made.png.state !== 'made')}
      >
        Download
      </Button>
    </>
  );
}

const WORDS: Readonly<Record<PictureChoice['format'], string>> = {
  png: 'picture',
  svg: 'SVG as text',
  mermaid: 'Mermaid text',
  dot: 'DOT text',
};

async function copyMade(made: Made): Promise<boolean> {
  switch (made.kind) {
    case 'nothing':
      return false;
    case 'text':
      return copyText(made.text);
    case 'svg':
      return copyText(made.picture.svg);
    case 'png': {
      const { svg, width, height } = made.picture;
      if (!made.size.fits) return false;
      const png = made.png.state === 'made' ? made.png.blob : rasterise(svg, width, height, made.size.scale);
      return copyForms({ 'image/png': png });
    }
  }
}

function save(made: Made, format: PictureChoice['format'], nameFor: PictureButtonsProps['nameFor']): void {
  if (made.kind === 'png' && made.png.state === 'made') saveBlob(nameFor('png'), made.png.blob);
  if (made.kind === 'svg') {
    saveTextFile({ name: nameFor('svg'), mediaType: 'image/svg+xml', text: made.picture.svg });
  }
  if (made.kind === 'text') {
    saveTextFile(
      format === 'dot'
        ? { name: nameFor('dot'), mediaType: 'text/vnd.graphviz', text: made.text }
        : { name: nameFor('mmd'), mediaType: 'text/plain', text: made.text },
    );
  }
}
