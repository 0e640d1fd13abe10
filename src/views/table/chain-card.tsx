/* oxlint-disable jsx-a11y/prefer-tag-over-role -- native table elements lose their roles with the display that virtual rows need */

import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { FindingCount, LinkName, StatusWords } from './chain-cell.tsx';
import { type RowProps, rowTone } from './chain-grid-row.tsx';
import { StateWords } from './state-words.tsx';

/** One chain as a card of three lines, from instance to role, for narrow screens. */
export function ChainCard(props: RowProps): ReactElement {
  const { row, mount } = props;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the row group takes the keys for all rows
    <div
      ref={mount}
      role="row"
      aria-rowindex={props.rowIndex}
      aria-selected={props.selected}
      tabIndex={props.active ? 0 : -1}
      onFocus={props.onFocus}
      onClick={() => props.onSelect(row.id)}
      className={`absolute inset-x-0 border-b border-line px-4 py-1.5 text-sm focus-visible:-outline-offset-2 ${rowTone(props.selected, props.related)}`}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="flex h-full min-w-0 flex-col justify-between">
        <div className="flex min-w-0 items-center gap-2">
          <bdi className="min-w-0 flex-1 truncate text-base font-semibold">{displayText(title(props))}</bdi>
          <StatusWords row={row} />
          {row.findings > 0 && <FindingCount row={row} />}
        </div>
        {row.instanceId !== '' && (
          <div className="flex min-w-0 items-center gap-2 text-xs text-muted">
            <span className="font-mono">{row.instanceId}</span>
            {row.state !== '' && <StateWords state={row.state} />}
            <span className="truncate">{row.zone || row.region}</span>
          </div>
        )}
        <Links {...props} />
      </div>
    </div>
  );
}

function Links({ row }: RowProps): ReactElement {
  if (row.profile === undefined && row.role === undefined) {
    return <div className="text-muted">no instance profile</div>;
  }
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      {row.profile && <LinkName shape="capsule" name={row.profileName} ghost={row.profileGhost} />}
      {row.profile && row.role && <Icon name="arrow-right" size={12} className="text-muted" />}
      {row.role && <LinkName shape="cut-card" name={row.roleName} ghost={row.roleGhost} />}
    </div>
  );
}

function title({ row }: RowProps): string {
  if (row.instanceId !== '') return row.instanceName || row.instanceId;
  return row.profileName || row.roleName;
}
