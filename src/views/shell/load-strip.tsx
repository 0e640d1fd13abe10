import type { ReactElement } from 'react';
import { clearLoadProblem, type Loaded } from '../../state/loaded-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';

export interface LoadStripProps {
  readonly loaded: Loaded;
  /** Takes the files away again and shows the account that is signed in; absent when there is none. */
  readonly onBack?: (() => void) | undefined;
}

/** What went wrong with the last files, and what was left out of those on screen. The picture stays as it was. */
export function LoadStrip({ loaded, onBack }: LoadStripProps): ReactElement | null {
  const { redaction } = useWorkspace();
  const { problem, loading } = loaded;
  const notes = loaded.notes.map(redaction.text);
  if (problem) {
    return (
      <div
        role="alert"
        className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line bg-danger-tint px-4 py-1 text-sm"
      >
        <Icon name="critical" size={14} className="text-danger" />
        <p className="min-w-0 flex-1 break-words">
          <span className="font-semibold">{redaction.text(problem.message)}</span>{' '}
          {problem.remedy && redaction.text(problem.remedy)}
        </p>
        <Button size="small" onClick={clearLoadProblem}>
          Dismiss
        </Button>
      </div>
    );
  }
  if (loading) {
    return (
      <p className="flex min-h-9 shrink-0 items-center border-b border-line bg-panel px-4 text-sm text-muted">
        Reading the files…
      </p>
    );
  }
  if (notes.length === 0 && !onBack) return null;
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line bg-panel px-4 text-sm">
      <Icon name="info" size={14} className="text-info" />
      <p className="min-w-0 flex-1">
        {onBack && 'This is what the files hold, not the account that is signed in. '}
        {notes.length > 0 &&
          `${notes.length === 1 ? 'One thing was' : `${notes.length} things were`} left out of the files.`}
      </p>
      {onBack && (
        <Button size="small" onClick={onBack}>
          Back to the account
        </Button>
      )}
      {notes.length > 0 && <LeftOut notes={notes} />}
    </div>
  );
}

function LeftOut({ notes }: { readonly notes: readonly string[] }): ReactElement {
  return (
    <Popover label="Left out" placement="bottom end" trigger={<Button size="small">Show</Button>}>
      <ul className="flex max-h-80 list-disc flex-col gap-1 pl-4 text-sm">
        {notes.map((note) => (
          <li key={note} className="break-words">
            {note}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
