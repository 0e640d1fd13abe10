import type { ReactElement } from 'react';
import type { FileReport } from '../../files/file-report.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { canAdd, saysSomething, showFilesPanel, showOnlyLast, useLoaded } from '../../state/loaded-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { chooseFiles } from './choose-files.ts';
import { FileReportItem } from './file-report-item.tsx';
import { usedWords } from './file-words.ts';
import { type Hiding, NOTHING_HIDDEN } from './hiding.ts';
import { MissingList } from './missing-list.tsx';
import { PasteForm } from './paste-form.tsx';

const close = (): void => showFilesPanel('closed');

export interface FilesPanelProps {
  readonly hiding?: Hiding | undefined;
  /** What is on screen, as it may be shown; absent before anything is. */
  readonly inventory?: Inventory | undefined;
}

/** What each file gave, what of it was ignored, what is wrong with it, and what is still missing; or the box to paste into. */
export function FilesPanel({ hiding = NOTHING_HIDDEN, inventory }: FilesPanelProps): ReactElement {
  const loaded = useLoaded();
  const adds = canAdd(loaded);
  return (
    <>
      <Dialog
        title="What the files gave"
        open={loaded.panel === 'reports'}
        onClose={close}
        width="large"
        footer={
          <>
            <Button icon="file" onClick={() => showFilesPanel('paste')}>
              Paste…
            </Button>
            <Button icon="folder" onClick={() => chooseFiles('add')}>
              {adds ? 'Add files…' : 'Open files…'}
            </Button>
            {adds && (
              <Button icon="folder" onClick={() => chooseFiles('replace')}>
                Replace…
              </Button>
            )}
          </>
        }
      >
        <Reports hiding={hiding} inventory={inventory} />
      </Dialog>
      <Dialog
        title="Paste output of the AWS CLI"
        open={loaded.panel === 'paste'}
        onClose={close}
        width="large"
      >
        <PasteForm adds={adds} />
      </Dialog>
    </>
  );
}

function Reports({ hiding, inventory }: Required<Pick<FilesPanelProps, 'hiding'>> & FilesPanelProps) {
  const { last, reports, inventory: own } = useLoaded();
  const shown = last?.reports ?? [];
  const earlier = reports.filter((report) => !shown.includes(report));
  const fromFiles = own !== undefined && own.kind !== 'sample';
  return (
    <div className="flex flex-col gap-5 text-sm">
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1">
            {shown.length > 0 && usedWords(shown)} {last && outcomeWords(shown, last.addedTo, fromFiles)}
          </p>
          {last && last.addedTo > 0 && shown.some(isGood) && (
            <Button size="small" onClick={() => void showOnlyLast()}>
              Show only these
            </Button>
          )}
        </div>
        <ReportList reports={shown} hiding={hiding} />
      </div>
      {earlier.length > 0 && (
        <section aria-label="Opened before">
          <h3 className="heading-caps">Opened before</h3>
          <ReportList reports={earlier} hiding={hiding} />
        </section>
      )}
      {fromFiles && inventory && <MissingList inventory={inventory} />}
    </div>
  );
}

/** Rows that are drawn; a zip may hold thousands of files. */
const MOST_SHOWN = 200;

/** What needs a look comes first, then what went well. */
function ReportList(props: {
  readonly reports: readonly FileReport[];
  readonly hiding: Hiding;
}): ReactElement {
  const ordered = props.reports.toSorted((a, b) => rankOf(a) - rankOf(b));
  const more = ordered.length - MOST_SHOWN;
  return (
    <>
      <ul className="mt-1">
        {ordered.slice(0, MOST_SHOWN).map((report, index) => (
          // A file may be opened twice under one name.
          // oxlint-disable-next-line react/no-array-index-key
          <FileReportItem key={`${index} ${report.name}`} report={report} hiding={props.hiding} />
        ))}
      </ul>
      {more > 0 && <p className="text-muted">{more} more files are not listed here.</p>}
    </>
  );
}

function rankOf(report: FileReport): number {
  if (report.error !== undefined) return 0;
  return saysSomething(report) ? 1 : 2;
}

function isGood(report: FileReport): boolean {
  return report.error === undefined;
}

function outcomeWords(reports: readonly FileReport[], addedTo: number, fromFiles: boolean): string {
  if (!reports.some(isGood)) return fromFiles ? 'The picture stays as it was.' : '';
  if (addedTo === 0) return '';
  return addedTo === 1 ? 'Added to the file opened before.' : `Added to the ${addedTo} files opened before.`;
}
