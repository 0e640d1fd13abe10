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
  const [first] = pages;
  const wide = pages.length === 1 && first && first.width > first.height;
  const paper = wide ? '[page:wide]' : '[page:tall]';
  return createPortal(
    <div ref={sheet} data-print="only">
      {pages.map((page) => (
        <div key={page.svg} className={`break-after-page last:break-after-auto ${paper}`}>
          <SvgImage picture={page} className="mx-auto h-auto max-h-[96vh] w-auto max-w-full" />
        </div>
      ))}
    </div>,
    document.body,
  );
}
