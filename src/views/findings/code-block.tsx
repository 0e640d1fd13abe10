import type { ReactElement } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';

export interface CodeBlockProps {
  /** Names the copy button: "command". */
  readonly what: string;
  readonly text: string;
}

/** Text to run or to keep, whole and with a copy button. */
export function CodeBlock({ what, text }: CodeBlockProps): ReactElement {
  return (
    <div className="relative mt-1.5">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-md border border-line bg-sunken p-2 pr-9 font-mono text-xs whitespace-pre-wrap break-words"
      >
        {text}
      </pre>
      <CopyButton text={text} what={what} className="absolute top-1 right-1" />
    </div>
  );
}
