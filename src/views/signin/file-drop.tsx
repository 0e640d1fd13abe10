import { type ReactElement, useEffect, useState } from 'react';
import type { LoadProgress } from '../../state/load-all.ts';
import { Button } from '../../ui/button.tsx';
import { spellKeys } from '../../ui/spell-keys.ts';
import { DropBox } from '../files/drop-box.tsx';
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
  const [dragging, setDragging] = useState(false);
  useEffect(() => watchDrops(onFiles, setDragging), [onFiles]);
  useEffect(() => onDragging?.(dragging), [dragging, onDragging]);
  return (
    <DropBox
      label="Files to open"
      text={
        dragging
          ? 'Let go to open'
          : `Drop files here, or paste with ${spellKeys('mod+v', /mac|iphone|ipad/i.test(navigator.userAgent))}`
      }
      over={dragging}
      busy={busy}
      progress={progress}
      onFiles={onFiles}
      onCancel={props.onCancel}
      other={
        <Button size="large" onClick={props.onPaste}>
          Paste…
        </Button>
      }
      className="flex-1"
    />
  );
}
