import { type ReactElement, type ReactNode, useRef } from 'react';
import type { LoadProgress } from '../../state/load-all.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { megabytes } from './file-words.ts';

export interface DropBoxProps {
  /** What the list of files is for, to a screen reader: "Files to open". */
  readonly label: string;
  /** What may be dropped, or what letting go now will do. */
  readonly text: string;
  /** Whether files hover over the page: they may be let go anywhere on it. */
  readonly over: boolean;
  readonly busy: boolean;
  /** How far reading is, once the first file is open. */
  readonly progress?: LoadProgress | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
  /** Another way in, beside the button that chooses files; Cancel takes its place while files are read. */
  readonly other?: ReactNode;
  readonly className?: string | undefined;
}

/** A place for files: where to choose them, what dropping them does, and how far reading them is. */
export function DropBox(props: DropBoxProps): ReactElement {
  const { busy, progress, onFiles } = props;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div
      className={classNames(
        'flex flex-col items-center justify-center gap-3 rounded-lg border border-dashed px-4 py-6 text-center transition-colors',
        props.over ? 'border-accent bg-accent-tint' : 'border-line-strong',
        props.className,
      )}
    >
      <Icon name="upload" size={20} className="text-muted" />
      <p className="text-sm text-muted">{props.text}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="large" aria-disabled={busy} onClick={() => chooser.current?.click()}>
          {busy ? 'Reading…' : 'Choose files'}
        </Button>
        {busy ? (
          <Button size="large" onClick={props.onCancel}>
            Cancel
          </Button>
        ) : (
          props.other
        )}
      </div>
      {busy && progress && (
        <p className="text-sm text-muted tabular-nums">
          File {progress.file} of {progress.files}, {megabytes(progress.allBytes)} in all
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        multiple
        aria-label={props.label}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}
