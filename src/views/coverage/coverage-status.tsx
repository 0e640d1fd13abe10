import type { ReactElement } from 'react';
import type { CoverageEntry, CoverageStatus } from '../../inventory/coverage.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { isNotEnabled, isRunning } from './coverage-groups.ts';

interface StatusLook {
  readonly word: string;
  readonly icon: IconName;
  readonly className: string;
}

/** How each status looks and is called, once. */
export const COVERAGE_LOOK: Readonly<Record<CoverageStatus, StatusLook>> = {
  complete: { word: 'complete', icon: 'check', className: 'text-ok' },
  partial: { word: 'partial', icon: 'warning', className: 'text-doubt' },
  denied: { word: 'denied', icon: 'lock', className: 'text-doubt' },
  failed: { word: 'failed', icon: 'critical', className: 'text-danger' },
  'not-asked': { word: 'not asked', icon: 'minus', className: 'text-muted' },
};

const RUNNING: StatusLook = { word: 'reading', icon: 'clock', className: 'text-muted' };
const STOPPED: StatusLook = { word: 'stopped', icon: 'stop', className: 'text-doubt' };
const NOT_ENABLED: StatusLook = { word: 'not enabled', icon: 'minus', className: 'text-muted' };

/** How one read looks: one on its way, or of a region that the account does not use, is no failure. */
export function lookOf(entry: CoverageEntry): StatusLook {
  if (isRunning(entry)) return RUNNING;
  if (entry.status === 'not-asked' && entry.reason?.kind === 'cancelled') return STOPPED;
  return isNotEnabled(entry) ? NOT_ENABLED : COVERAGE_LOOK[entry.status];
}

/** A read's status with its sign. */
export function StatusOf({ entry }: { readonly entry: CoverageEntry }): ReactElement {
  return <StatusWord look={lookOf(entry)} />;
}

/** A status with its sign. */
export function StatusWord({ look }: { readonly look: StatusLook }): ReactElement {
  return (
    <span className={`inline-flex items-center gap-1.5 ${look.className}`}>
      <Icon name={look.icon} size={14} />
      {look.word}
    </span>
  );
}
