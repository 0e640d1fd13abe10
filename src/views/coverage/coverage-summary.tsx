import type { ReactElement } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Icon } from '../../ui/icon.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { localTime } from '../detail/local-time.ts';
import { coverageTotals } from './coverage-groups.ts';
import { COVERAGE_LOOK } from './coverage-status.tsx';

/** How far reading got, in a line at the foot of the rail; opens the panel. */
export function CoverageSummary({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const { inventory, reading } = useWorkspace();
  const totals = coverageTotals(inventory.coverage);
  const running = reading.state === 'reading';
  const look = COVERAGE_LOOK[totals.worst];
  const parts = [
    inventory.readAt && localTime(inventory.readAt),
    reading.requests > 0 && `${reading.requests} ${reading.requests === 1 ? 'call' : 'calls'}`,
  ].filter(Boolean);
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-1 px-4 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span className="flex w-full items-center gap-1.5">
        <span className="heading-caps flex-1">Coverage</span>
        <Icon name="chevron-right" size={12} className="text-muted" />
      </span>
      <span className="flex w-full items-center gap-1.5 text-sm">
        {running ? (
          <Icon name="clock" size={14} className="text-muted" />
        ) : (
          <Icon name={look.icon} size={14} className={look.className} />
        )}
        <span className="tabular-nums">
          {running
            ? `Reading: ${reading.done} of ${reading.expected}`
            : `${totals.complete} of ${totals.asked} ${totals.asked === 1 ? 'read' : 'reads'} complete`}
        </span>
      </span>
      {running && (
        <span aria-hidden="true" className="w-full">
          <ProgressBar
            label="Reading the account"
            value={reading.expected > 0 ? reading.done / reading.expected : undefined}
          />
        </span>
      )}
      {parts.length > 0 && <span className="text-xs text-muted tabular-nums">{parts.join(' · ')}</span>}
    </button>
  );
}
