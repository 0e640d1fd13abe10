import type { ReactElement, ReactNode } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { ReadableStatement } from '../../policy/describe-statement.ts';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import { ServiceView } from './service-view.tsx';

/** One statement: its effect, then actions by service, resources, conditions, each on lines of their own. */
export function StatementView({ said }: { readonly said: ReadableStatement }): ReactElement {
  const denies = said.effect === 'Deny';
  return (
    <li className={`border-l-2 pl-2.5 text-sm ${denies ? 'border-danger-fill' : 'border-line-strong'}`}>
      <p className="flex items-baseline gap-1.5">
        <span className={denies ? 'font-semibold text-danger' : 'font-semibold'}>{said.effect}</span>
        <span className="min-w-0 truncate text-xs text-muted" title={said.sid}>
          {said.index + 1}
          {said.sid && <bdi> · {displayText(said.sid)}</bdi>}
        </span>
      </p>
      <Actions said={said} />
      <Part label={said.allResourcesBut ? 'on all but' : 'on'}>
        <Resources resources={said.resources} />
      </Part>
      {said.conditions.length > 0 && (
        <Part label={said.conditions.length === 1 ? 'only if' : 'only if all'}>
          <ul>
            {said.conditions.map((condition) => (
              <li key={condition} className="break-words">
                <bdi>{displayText(condition)}</bdi>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {said.unreadable && <p className="text-doubt">Its {said.unreadable} cannot be read.</p>}
    </li>
  );
}

function Actions({ said }: { readonly said: ReadableStatement }): ReactElement {
  const { everything, allBut, services } = said;
  if (everything) {
    return <p className="py-0.5">{allBut ? 'No action at all' : 'Every action of every service'}</p>;
  }
  if (services.length === 0) return <p className="py-0.5 text-muted">No action is named.</p>;
  return (
    <>
      {allBut && <p className="pt-0.5">Every action of every service but these:</p>}
      <ul className="flex flex-col gap-1.5 py-0.5">
        {services.map((each) => (
          <ServiceView key={each.service} {...each} />
        ))}
      </ul>
    </>
  );
}

function Part({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-2 pt-0.5">
      <span className="text-muted">{label}</span>
      {children}
    </div>
  );
}

const SHOWN = 4;

function Resources({ resources }: { readonly resources: readonly string[] }): ReactElement {
  if (resources.length === 0) return <span className="text-muted">no resource is named</span>;
  if (resources.includes('*')) return <span>every resource</span>;
  const rest = resources.slice(SHOWN);
  return (
    <div className="min-w-0">
      <Arns arns={resources.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details className="group">
          <ChevronSummary>{rest.length} more</ChevronSummary>
          <Arns arns={rest} />
        </details>
      )}
    </div>
  );
}

function Arns({ arns }: { readonly arns: readonly string[] }): ReactElement {
  return (
    <ul>
      {arns.map((arn) => (
        <li key={arn} className="font-mono text-xs leading-[18px] break-all">
          {displayText(arn)}
        </li>
      ))}
    </ul>
  );
}
