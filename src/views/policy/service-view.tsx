import { type ReactElement, type ReactNode, useState } from 'react';
import { displayText } from '../../base/display-text.ts';
import {
  likelyMeant,
  type MatchedActions,
  matchActions,
  type ServicePatterns,
} from '../../policy/describe-statement.ts';
import type { AccessLevel, ServiceActions } from '../../policy/service-actions.ts';
import { useServiceActions } from '../../state/use-service-actions.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tag, type TagProps } from '../../ui/tag.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';

/** What a statement says of one service: its patterns as written, and what these stand for by access level. */
export function ServiceView({ service, patterns }: ServicePatterns): ReactElement {
  return (
    <li>
      <p className="font-mono text-xs leading-[18px] break-words">{patterns.map(displayText).join(', ')}</p>
      {service === '' ? (
        <p className="text-muted">It names no single service, so its actions are not listed.</p>
      ) : (
        <Known service={service} patterns={patterns} />
      )}
    </li>
  );
}

function Known({ service, patterns }: ServicePatterns): ReactElement | null {
  const state = useServiceActions(service);
  switch (state.kind) {
    case 'loading':
      return <p className="min-h-6 text-muted">…</p>;
    case 'failed':
      return <p className="text-muted">AWS's list of its actions could not be loaded.</p>;
    case 'none':
      return (
        <Unknown>
          AWS lists no service <code>{service}</code>.
        </Unknown>
      );
    case 'known':
      return <Matched service={state.service} patterns={patterns} />;
  }
}

function Matched(props: {
  readonly service: ServiceActions;
  readonly patterns: readonly string[];
}): ReactElement {
  const { service, patterns } = props;
  const matched = matchActions(patterns, service);
  return (
    <>
      {matched.count > 0 && <Levels service={service} matched={matched} />}
      {matched.unknown.map((pattern) => {
        const meant = likelyMeant(pattern, service);
        return (
          <Unknown key={pattern}>
            <code>{displayText(pattern)}</code> is no action that AWS lists
            {meant === undefined ? '.' : '; '}
            {meant && (
              <>
                <code>{meant}</code> may be meant.
              </>
            )}
          </Unknown>
        );
      })}
    </>
  );
}

/** Loud where access can be given on, quiet where it only looks. */
const TONES: Readonly<Record<AccessLevel, TagProps['tone']>> = {
  List: 'neutral',
  Read: 'neutral',
  Write: 'info',
  'Permissions management': 'doubt',
  Tagging: 'neutral',
};

function Levels(props: { readonly service: ServiceActions; readonly matched: MatchedActions }): ReactElement {
  const { service, matched } = props;
  const [open, setOpen] = useState(false);
  const count = matched.count === 1 ? '1 action' : `${matched.count} actions`;
  return (
    <>
      <p className="flex flex-wrap gap-1 py-0.5">
        {matched.levels.map(({ level, actions }) => (
          <Tag key={level} tone={TONES[level]}>
            {level} {actions.length}
          </Tag>
        ))}
      </p>
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <ChevronSummary>
          {matched.whole ? `All of ${service.name}` : `${count} of ${service.name}`}
        </ChevronSummary>
        {open && (
          <div className="flex flex-col gap-2 pt-1 pb-1.5 pl-5">
            {matched.levels.map(({ level, actions, of }) => (
              <section key={level} aria-label={level}>
                <p className="text-xs text-muted">
                  {level}: {actions.length} of {of}
                </p>
                <dl className="flex flex-col gap-0.5">
                  {actions.map((action) => (
                    <div key={action.name}>
                      <dt className="font-mono text-xs leading-[18px] break-all">{action.name}</dt>
                      <dd className="text-xs break-words text-muted">{action.description}.</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        )}
      </details>
    </>
  );
}

function Unknown({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <p className="flex items-start gap-1.5 text-doubt">
      <Icon name="warning" size={14} className="mt-0.5 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
