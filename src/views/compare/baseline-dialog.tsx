import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { FileReport } from '../../files/file-report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import {
  type CompareState,
  cancelBaseline,
  closeBaselineDialog,
  keepBaseline,
  openBaseline,
} from '../../state/compare-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DropBox } from '../files/drop-box.tsx';
import { FileReportItem } from '../files/file-report-item.tsx';
import { usedWords } from '../files/file-words.ts';
import { watchDrops } from '../shell/watch-drops.ts';

export interface BaselineDialogProps {
  readonly state: CompareState;
  /** What was read, as it came. */
  readonly onScreen: Inventory;
}

/** Asks what to compare with: a snapshot or other files, or the account as it is now, kept for the next read. */
export function BaselineDialog({ state, onScreen }: BaselineDialogProps): ReactElement {
  const { reading } = useWorkspace();
  const isPartly = state.problem === undefined && state.reports.some(isBad);
  return (
    <Dialog
      title="Compare with another read"
      open={state.isAsking}
      onClose={closeBaselineDialog}
      footer={
        isPartly && (
          <Button kind="primary" onClick={closeBaselineDialog}>
            Show the comparison
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">
          The picture then shows what was added, removed and changed between the two, and where that cannot be
          told.
        </p>
        <Problems state={state} />
        <BaselineDrop state={state} onScreen={onScreen} />
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

/** Why nothing could be compared, or which of the files had no part in it. */
function Problems({ state }: { readonly state: CompareState }): ReactElement | null {
  const { redaction } = useWorkspace();
  const { problem, reports } = state;
  const bad = reports.filter(isBad);
  if (problem === undefined && bad.length === 0) return null;
  // The message about a single file says all there is to say.
  const isOne = problem !== undefined && reports.length < 2;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {problem ? (
        <Notice tone="danger" title={redaction.text(problem.message)} alert>
          {isOne && problem.remedy && redaction.text(problem.remedy)}
        </Notice>
      ) : (
        <Notice tone="doubt" title={usedWords(reports)} alert>
          The picture is compared with what was read.
        </Notice>
      )}
      {!isOne && (
        <ul aria-label="Files that could not be used">
          {bad.map((report, index) => (
            // A file may be chosen twice under one name.
            // oxlint-disable-next-line react/no-array-index-key
            <FileReportItem key={`${index} ${report.name}`} report={report} hiding={redaction} />
          ))}
        </ul>
      )}
    </div>
  );
}

function isBad({ error }: FileReport): boolean {
  return error !== undefined;
}

interface BaselineDropProps {
  readonly state: CompareState;
  readonly onScreen: Inventory;
}

/** As long as it is there, files that are let go anywhere on the page are compared with, not opened. */
function BaselineDrop({ state, onScreen }: BaselineDropProps): ReactElement {
  const [over, setOver] = useState(false);
  const open = useCallback((files: readonly File[]) => void openBaseline(files, onScreen), [onScreen]);
  useEffect(() => watchDrops(open, setOver), [open]);
  return (
    <DropBox
      label="Files to compare with"
      text={over ? 'Let go to compare' : 'Drop a snapshot here, or any files that Rolewire opens'}
      over={over}
      busy={state.isReading}
      progress={state.progress}
      onFiles={open}
      onCancel={cancelBaseline}
    />
  );
}
