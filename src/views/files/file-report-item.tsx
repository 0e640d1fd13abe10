import type { ReactElement, ReactNode } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import type { FileReport } from '../../files/file-report.ts';
import { callFacts } from '../../inventory/calls.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { saysSomething } from '../../state/loaded-store.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { placeOf } from '../coverage/coverage-groups.ts';
import { reasonWords } from '../coverage/reason-words.ts';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import { CodeBlock } from '../findings/code-block.tsx';
import { gaveWords } from './file-words.ts';
import type { Hiding } from './hiding.ts';

export interface FileReportItemProps {
  readonly report: FileReport;
  readonly hiding: Hiding;
}

/** What one file gave, what was left out of it and why, or what is wrong with it and what to do. */
export function FileReportItem({ report, hiding }: FileReportItemProps): ReactElement {
  const { error, gave, none, short, notes, notUsed } = report;
  const look = error ? BAD : saysSomething(report) ? PARTLY : GOOD;
  const place = [
    ...report.accounts.map((id) => groupedAccount(hiding.account(id))),
    ...(report.regions.length > 4 ? [`${report.regions.length} regions`] : report.regions),
  ].join(' · ');
  return (
    <li className="flex items-start gap-2.5 border-b border-line py-2.5 last:border-0">
      <Icon name={look.icon} size={14} className={`mt-0.5 ${look.className}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="font-semibold break-words">
          <bdi>{hiding.name(report.name)}</bdi>
          <span className="sr-only">: {look.words}</span>
        </p>
        {error ? (
          <>
            <p className="break-words">
              {hiding.text(error.message)} <span className="text-muted">{hiding.text(error.remedy)}</span>
            </p>
            {error.command && <CodeBlock what="command" text={error.command} />}
          </>
        ) : (
          <>
            {gave.length > 0 && <p>{gaveWords(report)}</p>}
            {none.length > 0 && <p>{noneWords(none)}</p>}
            {place && <p className="text-muted">{place}</p>}
          </>
        )}
        {short.length > 0 && <Short entries={short} hiding={hiding} />}
        {notes.length > 0 && (
          <Fold label={notes.length === 1 ? 'One thing was left out' : `${notes.length} remarks`}>
            {notes.map((note) => (
              <li key={note} className="break-words">
                {hiding.text(note)}
              </li>
            ))}
          </Fold>
        )}
        {notUsed.length > 0 && (
          <Fold
            label={notUsed.length === 1 ? 'One output was ignored' : `${notUsed.length} outputs were ignored`}
          >
            {notUsed.map(({ command, reason }) => (
              <li key={command} className="break-words">
                <code>{hiding.text(command)}</code> {hiding.text(reason)}
              </li>
            ))}
          </Fold>
        )}
      </div>
    </li>
  );
}

/** An empty list is an answer too. */
function noneWords(none: readonly string[]): string {
  return `${none.length > 4 ? `${none.length} empty lists` : `Empty lists: ${none.join(', ')}`}.`;
}

interface Look {
  readonly icon: IconName;
  readonly className: string;
  readonly words: string;
}

const GOOD: Look = { icon: 'check', className: 'text-ok', words: 'read' };
const PARTLY: Look = { icon: 'info', className: 'text-info', words: 'read, with remarks' };
const BAD: Look = { icon: 'critical', className: 'text-danger', words: 'not used' };

/** Reads that did not bring everything; one is told, several are folded. */
function Short(props: { readonly entries: readonly CoverageEntry[]; readonly hiding: Hiding }): ReactElement {
  const { entries, hiding } = props;
  const items = entries.map((entry) => (
    <li key={`${entry.call} ${placeOf(entry, true)}`} className="break-words">
      <code>aws {callFacts(entry.call).cli}</code>
      {entry.region && ` in ${entry.region}`}: {STATUS[entry.status]}.{' '}
      <span className="text-muted">{hiding.text(reasonWords(entry)?.why ?? '')}</span>
    </li>
  ));
  if (items.length === 1) return <ul>{items}</ul>;
  return <Fold label={`${items.length} reads did not bring everything`}>{items}</Fold>;
}

const STATUS: Readonly<Record<CoverageEntry['status'], string>> = {
  complete: 'complete',
  partial: 'a part came',
  denied: 'denied',
  failed: 'failed',
  'not-asked': 'not there',
};

function Fold({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <details className="group">
      <ChevronSummary>{label}</ChevronSummary>
      <ul className="flex max-h-64 list-disc flex-col gap-1 overflow-auto pl-9">{children}</ul>
    </details>
  );
}
