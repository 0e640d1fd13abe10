import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { LoadProgress } from '../../state/load-all.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { spellKeys } from '../../ui/spell-keys.ts';
import { megabytes } from '../files/file-words.ts';
import { watchDrops } from '../shell/watch-drops.ts';

export interface FileDropProps {
  readonly busy: boolean;
  /** How far reading is, once the first file is open. */
  readonly progress?: LoadProgress | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPaste: () => void;
  readonly onCancel: () => void;
  /** Whether files hover over the page now. */
  readonly onDragging?: ((dragging: boolean) => void) | undefined;
}

/** Takes files that are dropped anywhere on the page, or chosen. */
export function FileDrop(props: FileDropProps): ReactElement {
  const { busy, progress, onFiles, onDragging } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => watchDrops(onFiles, setDragging), [onFiles]);
  useEffect(() => onDragging?.(dragging), [dragging, onDragging]);
  return (
    <div
      className={classNames(
        'flex flex-1 flex-col items-center justify-center gap-3 rounded-lg border border-dashed px-4 py-6 text-center transition-colors',
        dragging ? 'border-accent bg-accent-tint' : 'border-line-strong',
      )}
    >
      <Icon name="upload" size={20} className="text-muted" />
      <p className="text-sm text-muted">
        {dragging
          ? 'Let go to open'
          : `Drop files here, or paste with ${spellKeys('mod+v', /mac|iphone|ipad/i.test(navigator.userAgent))}`}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="large" aria-disabled={busy} onClick={() => chooser.current?.click()}>
          {busy ? 'Reading…' : 'Choose files'}
        </Button>
        {busy ? (
          <Button size="large" onClick={props.onCancel}>
            Cancel
          </Button>
        ) : (
          <Button size="large" onClick={props.onPaste}>
            Paste…
          </Button>
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
        aria-label="Files to open"
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
