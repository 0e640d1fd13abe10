import type { ReactElement } from 'react';
import {
  cancelLoad,
  clearLoadProblem,
  type Loaded,
  saysSomething,
  showFilesPanel,
} from '../../state/loaded-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { megabytes } from '../files/file-words.ts';

export interface LoadStripProps {
  readonly loaded: Loaded;
  /** Takes the files away again and shows the account that is signed in; absent when there is none. */
  readonly onBack?: (() => void) | undefined;
}

/** What went wrong with the last files, and what was left out of those on screen. The picture stays as it was. */
export function LoadStrip({ loaded, onBack }: LoadStripProps): ReactElement | null {
  const { redaction } = useWorkspace();
  const { problem, loading, reports } = loaded;
  if (problem) {
    return (
      <div
        role="alert"
        className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-danger-tint px-4 py-1 text-sm"
      >
        <Icon name="critical" size={14} className="text-danger" />
        <p className="min-w-60 flex-1 py-0.5 break-words">
          <span className="font-semibold">{redaction.text(problem.message)}</span>{' '}
          {problem.remedy && redaction.text(problem.remedy)}
        </p>
        <div className="ml-auto flex gap-2">
          {(loaded.last?.reports.length ?? 0) > 0 && (
            <Button size="small" onClick={() => showFilesPanel('reports')}>
              Show
            </Button>
          )}
          <Button size="small" onClick={clearLoadProblem}>
            Dismiss
          </Button>
        </div>
      </div>
    );
  }
  if (loading) return <Progress loaded={loaded} />;
  const remarks = reports.filter(saysSomething).length;
  if (remarks === 0 && !onBack) return null;
  return (
    <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-4 py-1 text-sm">
      <Icon name="info" size={14} className="text-info" />
      <p className="min-w-0 flex-1">
        {onBack && 'This is what the files hold, not the account that is signed in. '}
        {remarks > 0 &&
          (reports.length === 1
            ? 'Something was left out of the file.'
            : `${remarks} of the ${reports.length} files ${remarks === 1 ? 'needs' : 'need'} a look.`)}
      </p>
      {onBack && (
        <Button size="small" onClick={onBack}>
          Back to the account
        </Button>
      )}
      {reports.length > 0 && (
        <Button size="small" onClick={() => showFilesPanel('reports')}>
          What the files gave
        </Button>
      )}
    </div>
  );
}

/** How far reading is, with a way out. */
function Progress({ loaded }: { readonly loaded: Loaded }): ReactElement {
  const { progress } = loaded;
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line bg-panel px-4 text-sm text-muted">
      <p className="whitespace-nowrap tabular-nums">
        {progress
          ? `Reading file ${progress.file} of ${progress.files}, ${megabytes(progress.allBytes)} in all`
          : 'Reading the files…'}
      </p>
      <ProgressBar
        label="Reading the files"
        className="min-w-0 flex-1"
        value={progress && progress.bytes > 0 ? progress.bytes / progress.allBytes : undefined}
      />
      {loaded.loading === 'files' && (
        <Button size="small" onClick={cancelLoad}>
          Cancel
        </Button>
      )}
    </div>
  );
}
