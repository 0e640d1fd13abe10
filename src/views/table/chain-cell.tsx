import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { ChainColumnKey } from '../../export/chain-columns.ts';
import type { ChainRow } from '../../export/chain-rows.ts';
import type { ChainStatus } from '../../graph/chain.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { type GlyphShape, KindGlyph } from '../../ui/kind-glyph.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { ChangeSign } from '../compare/change-sign.tsx';
import { StateWords } from './state-words.tsx';

/** What a cell of the table of chains shows. */
export function ChainCell({ row, column }: { row: ChainRow; column: ChainColumnKey }): ReactElement {
  switch (column) {
    case 'instanceName':
      return <InstanceName row={row} />;
    case 'state':
      return row.state === '' ? <Nothing /> : <StateWords state={row.state} />;
    case 'profileName':
      return <LinkName shape="capsule" name={row.profileName} ghost={row.profileGhost} />;
    case 'roleName':
      return <LinkName shape="cut-card" name={row.roleName} ghost={row.roleGhost} />;
    case 'statusWords':
      return (
        <span className="@container flex min-w-0 flex-1">
          <StatusWords row={row} withWhy />
        </span>
      );
    case 'namesDiffer':
      return row.namesDiffer ? <span className="text-info">differ</span> : <Nothing />;
    case 'findings':
      return <FindingCount row={row} />;
    case 'change':
      return row.change === '' ? <Nothing /> : <ChangeWords change={row.change} />;
    case 'why':
    case 'type':
    case 'region':
    case 'zone':
      return <Text text={row[column]} />;
    default:
      return <Text text={row[column]} mono />;
  }
}

/** Whether the chain works, with its sign; with the reason behind it where there is room. */
export function StatusWords({ row, withWhy = false }: { row: ChainRow; withWhy?: boolean }): ReactElement {
  const { icon, className } = STATUS_LOOK[row.status];
  // What is gone has no status any more.
  if (row.change === 'removed') return <ChangeWords change={row.change} />;
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${className}`} title={row.why || undefined}>
      <Icon name={icon} size={14} />
      <span className="shrink-0">{row.statusWords}</span>
      {row.change !== '' && <ChangeWords change={row.change} />}
      {withWhy && row.why && row.status !== 'no-profile' && (
        <span className="hidden truncate text-muted @min-[180px]:block">{row.why}</span>
      )}
    </span>
  );
}

function ChangeWords({ change }: { readonly change: Exclude<ChainRow['change'], ''> }): ReactElement {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-muted">
      <ChangeSign change={change === 'cannot tell' ? 'unknown' : change} />
      {change === 'cannot tell' ? 'in one read only' : change}
    </span>
  );
}

/** The number of findings, with the sign of the worst. */
export function FindingCount({ row }: { row: ChainRow }): ReactElement {
  if (row.worst === undefined) return <Nothing />;
  return <SeverityBadge severity={row.worst} count={row.findings} />;
}

/** A profile's or role's name with the outline of its kind, dashed for something that is not there. */
export function LinkName({
  shape,
  name,
  ghost,
}: {
  shape: GlyphShape;
  name: string;
  ghost: ChainRow['profileGhost'];
}): ReactElement {
  if (ghost === 'empty') {
    return (
      <span className="inline-flex min-w-0 items-center gap-1.5 text-danger">
        <KindGlyph shape={shape} ghost size={14} />
        <span className="truncate">no role</span>
      </span>
    );
  }
  if (name === '') return ghost ? <Text text="not known" muted /> : <Nothing />;
  return (
    <span
      className={`inline-flex min-w-0 items-center gap-1.5 ${ghostText(ghost)}`}
      title={displayText(name)}
    >
      <KindGlyph shape={shape} ghost={ghost !== undefined} size={14} className="text-ghost" />
      <bdi className="truncate">{displayText(name)}</bdi>
    </span>
  );
}

const STATUS_LOOK: Readonly<Record<ChainStatus, { readonly icon: IconName; readonly className: string }>> = {
  works: { icon: 'check', className: 'text-ok' },
  broken: { icon: 'wire-broken', className: 'text-danger font-medium' },
  changing: { icon: 'clock', className: 'text-doubt' },
  unknown: { icon: 'unknown', className: 'text-muted' },
  'no-profile': { icon: 'minus', className: 'text-muted' },
  unused: { icon: 'minus', className: 'text-muted' },
  unattached: { icon: 'minus', className: 'text-muted' },
};

function InstanceName({ row }: { row: ChainRow }): ReactElement {
  if (row.instanceId === '') return <Text text={row.profile ? 'no instance' : 'in no profile'} muted />;
  if (row.instanceName === '') return <Text text={row.instanceId} mono />;
  return (
    <bdi className="truncate font-medium" title={displayText(row.instanceName)}>
      {displayText(row.instanceName)}
    </bdi>
  );
}

function Text({ text, mono, muted }: { text: string; mono?: boolean; muted?: boolean }): ReactElement {
  if (text === '') return <Nothing />;
  return (
    <bdi
      className={`truncate ${mono ? 'font-mono text-xs' : ''} ${muted ? 'text-muted' : ''}`}
      title={displayText(text)}
    >
      {displayText(text)}
    </bdi>
  );
}

function Nothing(): ReactElement {
  return (
    <span className="text-ghost" aria-hidden="true">
      –
    </span>
  );
}

function ghostText(ghost: ChainRow['profileGhost']): string {
  if (ghost === 'gone') return 'text-danger';
  return ghost === undefined ? '' : 'text-muted italic';
}
