import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { watchDrops } from '../shell/watch-drops.ts';

export interface FileDropProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Whether files hover over the page now. */
  readonly onDragging?: ((dragging: boolean) => void) | undefined;
}

/** Takes files that are dropped anywhere on the page, or chosen. */
export function FileDrop({ busy, onFiles, onDragging }: FileDropProps): ReactElement {
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
      <p className="text-sm text-muted">{dragging ? 'Let go to open' : 'Drop files here'}</p>
      <Button size="large" aria-disabled={busy} onClick={() => chooser.current?.click()}>
        {busy ? 'Reading…' : 'Choose files'}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        accept=".json,.txt,application/json,text/plain"
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
