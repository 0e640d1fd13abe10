import type { ReactElement } from 'react';
import { bareName } from '../../base/arn.ts';
import { displayText } from '../../base/display-text.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { MissingPermission } from '../coverage/missing-permission.tsx';
import { reasonWords } from '../coverage/reason-words.ts';

/** One read that brought not all: which call, of what, why, which permission is missing. */
export function MissingRead(props: { readonly entry: CoverageEntry; readonly role: string }): ReactElement {
  const { entry, role } = props;
  const words = reasonWords(entry);
  const inline = entry.resource === role ? entry.detail : undefined;
  const of = entry.resource === role ? inline : bareName(entry.resource ?? '');
  return (
    <li className="rounded-md border border-dashed border-ghost bg-ghost-tint px-2.5 py-1.5 text-sm">
      <p className="break-words">
        <code>{entry.call}</code>
        {of && <bdi> of {displayText(of)}</bdi>}: {words?.why}{' '}
        <span className="text-muted">{words?.todo}</span>
      </p>
      {words?.permission && <MissingPermission permission={words.permission} />}
    </li>
  );
}
