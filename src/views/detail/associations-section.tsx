import type { ReactElement } from 'react';
import { parseArn } from '../../base/arn.ts';
import type { AssociationRecord } from '../../inventory/records.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { localTime } from './local-time.ts';
import { PanelSection } from './panel-section.tsx';

/** The association rows of an instance, as EC2 gave them: two during a swap, one in the rest of its life. */
export function AssociationsSection(props: {
  readonly associations: readonly AssociationRecord[];
}): ReactElement | null {
  if (props.associations.length === 0) return null;
  return (
    <PanelSection heading="Associations" count={props.associations.length}>
      <ul className="flex flex-col gap-1.5 text-sm">
        {props.associations.map((row) => (
          <li key={row.AssociationId}>
            <div className="flex items-center gap-2">
              <span className={row.State === 'associated' ? '' : 'font-medium text-doubt'}>
                {row.State ?? 'state not given'}
              </span>
              <bdi className="min-w-0 flex-1 truncate text-right text-muted">{profileName(row)}</bdi>
            </div>
            <div className="flex items-center gap-1 text-xs text-muted">
              <span className="min-w-0 truncate font-mono" title={row.AssociationId}>
                {row.AssociationId}
              </span>
              <CopyButton text={row.AssociationId} what="association id" />
              {row.Timestamp && <span className="ml-auto shrink-0">{localTime(row.Timestamp)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function profileName(row: AssociationRecord): string {
  const arn = row.IamInstanceProfile?.Arn;
  return (arn && parseArn(arn)?.name) ?? row.IamInstanceProfile?.Name ?? row.IamInstanceProfile?.Id ?? '';
}
