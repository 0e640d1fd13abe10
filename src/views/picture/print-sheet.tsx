import { type ReactElement, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { MadePicture } from './make-picture.ts';
import { SvgImage } from './svg-image.tsx';

export interface PrintSheetProps {
  /** A picture a page. */
  readonly pages: readonly MadePicture[];
  /** Once the browser has taken the pages. */
  readonly onPrinted: () => void;
}

/** Pictures that only paper shows: while this is there, printing leaves out the page around it. */
export function PrintSheet({ pages, onPrinted }: PrintSheetProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let wanted = true;
    const images = [...(sheet.current?.querySelectorAll('img') ?? [])];
    // Some browsers come back from `print` before they have looked at the page.
    addEventListener('afterprint', onPrinted);
    void Promise.allSettled(images.map(async (image) => image.decode())).then(() => {
      if (wanted) print();
    });
    return () => {
      wanted = false;
      removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <div ref={sheet} data-print="only">
      {pages.map((page) => (
        <PrintPage key={page.svg} page={page} />
      ))}
    </div>,
    document.body,
  );
}

function PrintPage({ page }: { readonly page: MadePicture }): ReactElement {
  const wide = page.width > page.height;
  return (
    <div className={`break-after-page last:break-after-auto ${wide ? '[page:wide]' : '[page:tall]'}`}>
      <SvgImage picture={page} className="mx-auto h-auto max-h-[96vh] w-auto max-w-full" />
    </div>
  );
}
