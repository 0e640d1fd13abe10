import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Fact } from './facts.ts';
import { localTime } from './local-time.ts';

/** Fields with their values; what can be pasted elsewhere has a copy button. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="flex flex-col text-sm">
      {facts.map((fact) => (
        <div
          key={`${fact.label} ${fact.value}`}
          className="grid min-h-6 grid-cols-[92px_minmax(0,1fr)] gap-x-2"
        >
          <dt className="py-[3px] text-muted">{fact.label}</dt>
          <dd className="flex min-w-0 items-start gap-1">
            <span
              className={`min-w-0 flex-1 py-[3px] break-words ${fact.isId ? 'font-mono text-xs leading-[18px]' : ''}`}
            >
              <FactValue fact={fact} />
            </span>
            {fact.isId && <CopyButton text={fact.value} what={fact.label} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({ fact }: { readonly fact: Fact }): ReactElement {
  if (fact.isTime) {
    return (
      <time dateTime={fact.value} title={fact.value}>
        {localTime(fact.value)}
      </time>
    );
  }
  return <bdi>{displayText(fact.value)}</bdi>;
}
