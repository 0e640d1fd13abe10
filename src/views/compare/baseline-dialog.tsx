import { type DragEvent, type ReactElement, useRef, useState } from 'react';
import type { Inventory } from '../../inventory/inventory.ts';
import {
  type CompareState,
  closeBaselineDialog,
  keepBaseline,
  openBaseline,
} from '../../state/compare-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface BaselineDialogProps {
  readonly state: CompareState;
  /** What was read, as it came. */
  readonly onScreen: Inventory;
}

/** Asks what to compare with: a snapshot or other files, or the account as it is now, kept for the next read. */
export function BaselineDialog({ state, onScreen }: BaselineDialogProps): ReactElement {
  const { reading, redaction } = useWorkspace();
  return (
    <Dialog title="Compare with another read" open={state.isAsking} onClose={closeBaselineDialog}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">
          The picture then shows what was added, removed and changed between the two, and what nobody can
          tell.
        </p>
        {state.problem && (
          <Notice tone="danger" title={redaction.text(state.problem.message)} alert>
            {state.problem.remedy && redaction.text(state.problem.remedy)}
          </Notice>
        )}
        <BaselineDrop busy={state.isReading} onFiles={(files) => void openBaseline(files, onScreen)} />
        {reading.refresh && (
          <div className="flex flex-wrap items-center gap-3 border-t border-line pt-3">
            <p className="min-w-48 flex-1 text-sm">
              Or keep the picture as it is now.{' '}
              <span className="text-muted">
                Read the account again later, and see what changed in between. It is kept until you close the
                page.
              </span>
            </p>
            <Button size="large" icon="clock" onClick={() => void keepBaseline(onScreen)}>
              Keep this picture
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

interface BaselineDropProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes the files itself: let go elsewhere on the page, they would be opened in place of what is on screen. */
function BaselineDrop({ busy, onFiles }: BaselineDropProps): ReactElement {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (event: DragEvent, dropped: boolean): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(!dropped);
    const files = dropped ? [...event.dataTransfer.files] : [];
    if (files.length > 0) onFiles(files);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is another way for the button inside
    <div
      onDragOver={(event) => take(event, false)}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => take(event, true)}
      className={`flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-6 text-center transition-colors ${over ? 'border-accent bg-accent-tint' : 'border-line-strong'}`}
    >
      <Icon name="upload" size={20} className="text-muted" />
      <p className="text-sm text-muted">
        {over ? 'Let go to compare' : 'Drop a snapshot here, or any files that Rolewire opens'}
      </p>
      <Button size="large" aria-disabled={busy} onClick={() => chooser.current?.click()}>
        {busy ? 'Reading…' : 'Choose files'}
      </Button>
      <input
        ref={chooser}
        type="file"
        multiple
        aria-label="Files to compare with"
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
