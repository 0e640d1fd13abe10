import type { ReactElement } from 'react';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import { ACCOUNT, type CallCoverage, isRunning, type MissingReads, placeOf } from './coverage-groups.ts';
import { COVERAGE_LOOK, StatusOf, StatusWord } from './coverage-status.tsx';
import { MissingPermission } from './missing-permission.tsx';

export interface CallRowProps {
  readonly call: CallCoverage;
  readonly manyAccounts: boolean;
}

const NUMBER = new Intl.NumberFormat('en');

/** One call: its totals, then each place that did not bring everything with the reason, then the complete ones folded. */
export function CallRow({ call, manyAccounts }: CallRowProps): ReactElement {
  const single = call.complete.length === 1 && call.missing.length === 0;
  const folds = call.missing.length === 0 && !single;
  const alone = call.complete.length === 0 && call.missing.length === 1;
  const running = call.missing.find((group) => isRunning(group.example));
  return (
    <li className="border-b border-line py-2 last:border-0">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 sm:grid-cols-[minmax(0,1fr)_88px_72px_72px]">
        <p className="min-w-0">
          <code className="font-semibold break-words">{call.call}</code>
          {!folds && <span className="block text-muted">{call.brings}</span>}
        </p>
        <p>
          {running && call.missing.length === 1 ? (
            <StatusOf entry={running.example} />
          ) : (
            <StatusWord look={COVERAGE_LOOK[call.worst]} />
          )}
        </p>
        <p className="text-muted tabular-nums sm:text-right sm:text-text">
          {NUMBER.format(call.records)}
          <span className="sm:sr-only">{call.records === 1 ? ' record' : ' records'}</span>
        </p>
        <p className="text-right text-muted tabular-nums sm:text-text">
          {NUMBER.format(call.requests)}
          <span className="sm:sr-only">{call.requests === 1 ? ' request' : ' requests'}</span>
        </p>
      </div>
      {call.missing.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-2 border-l-2 border-line pl-3">
          {call.missing.map((group) => (
            <Missing
              key={placeOf(group.example, true)}
              group={group}
              manyAccounts={manyAccounts}
              alone={alone}
            />
          ))}
        </ul>
      )}
      {call.complete.length > 0 && !single && (
        <details className={`group ${folds ? '' : 'mt-1'}`}>
          <ChevronSummary>
            {folds ? `${call.brings} · ${call.complete.length} reads` : `${call.complete.length} complete`}
          </ChevronSummary>
          <ul className="columns-1 gap-6 pl-5 sm:columns-2">
            {call.complete.map((entry) => (
              <li key={placeOf(entry, true)} className="flex gap-2">
                <span className="min-w-0 flex-1 truncate">{placeOf(entry, manyAccounts)}</span>
                <span className="text-muted tabular-nums">
                  {NUMBER.format(entry.records)} in {entry.requests}
                  <span className="sr-only"> requests</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

interface MissingProps {
  readonly group: MissingReads;
  readonly manyAccounts: boolean;
  /** The call has no other reads, so its own line says the status already. */
  readonly alone: boolean;
}

function Missing({ group, manyAccounts, alone }: MissingProps): ReactElement {
  const { example, words, entries } = group;
  const records = entries.reduce((total, entry) => total + entry.records, 0);
  const places = entries.map((entry) => placeOf(entry, manyAccounts)).join(', ');
  return (
    <li className={alone ? '' : 'grid grid-cols-1 gap-x-3 sm:grid-cols-[96px_minmax(0,1fr)]'}>
      {!alone && (
        <div>
          <StatusOf entry={example} />
        </div>
      )}
      <div className="min-w-0">
        {!(alone && places === ACCOUNT) && <p className="font-medium break-words">{places}</p>}
        {words && (
          <p className="break-words">
            {words.why} {words.todo && <span className="text-muted">{words.todo}</span>}
          </p>
        )}
        {words?.permission && <MissingPermission permission={words.permission} />}
        {example.message && (
          <details className="group">
            <ChevronSummary>What AWS said</ChevronSummary>
            <p className="pl-5 break-words text-muted">
              <bdi>{example.message}</bdi>
            </p>
          </details>
        )}
        {records > 0 && <p className="text-muted">{NUMBER.format(records)} records came all the same.</p>}
      </div>
    </li>
  );
}
