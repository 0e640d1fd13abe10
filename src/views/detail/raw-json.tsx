import type { ReactElement } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ChevronSummary } from './chevron-summary.tsx';

export interface RawJsonProps {
  /** What it is: "trust policy". */
  readonly what: string;
  readonly text: string;
}

/** A document as it stands, folded away until it is asked for. */
export function RawJson({ what, text }: RawJsonProps): ReactElement {
  return (
    <details className="group mt-2 text-sm">
      <ChevronSummary>
        <span className="first-letter:uppercase">{what} as JSON</span>
      </ChevronSummary>
      <div className="relative mt-1">
        <pre
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-80 overflow-auto rounded-md border border-line bg-sunken p-2.5 pr-9 font-mono text-xs"
        >
          {text}
        </pre>
        <CopyButton text={text} what={what} className="absolute top-1 right-1" />
      </div>
    </details>
  );
}
