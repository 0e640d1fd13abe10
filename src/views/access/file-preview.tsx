import type { ReactElement, ReactNode } from 'react';
import type { AccessFile } from '../../access/access-files.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveTextFile } from '../save-text-file.ts';

export interface FilePreviewProps {
  readonly file: AccessFile;
  /** Stands before the buttons: which of several files is shown. */
  readonly choice?: ReactNode;
  /** Words to read, rather than code. */
  readonly prose?: boolean;
}

/** A whole file to read, copy and download. */
export function FilePreview({ file, choice, prose = false }: FilePreviewProps): ReactElement {
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border border-line bg-sunken">
      <div className="flex flex-wrap items-center gap-2 border-b border-line bg-panel py-1.5 pr-1.5 pl-3">
        <span className="min-w-0 flex-1 truncate font-mono text-sm max-sm:basis-full">{file.name}</span>
        {choice}
        <CopyButton text={file.text} what={file.name} label="Copy" />
        <Button size="small" icon="download" onClick={() => saveTextFile(file)}>
          Download
        </Button>
      </div>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className={classNames(
          'max-h-[26rem] min-h-48 overflow-auto p-3 break-words whitespace-pre-wrap focus-visible:-outline-offset-2 lg:max-h-none lg:min-h-72 lg:flex-[1_1_0]',
          prose ? 'font-sans text-base' : 'font-mono text-sm',
        )}
      >
        {file.text}
      </pre>
    </div>
  );
}
