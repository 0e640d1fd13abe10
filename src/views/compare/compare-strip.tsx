import { type ReactElement, useState } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Change } from '../../scene/scene.ts';
import { stopComparing, swapSides } from '../../state/compare-store.ts';
import type { ComparedSide, ShownComparison } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { clockTime } from '../shell/time-words.ts';
import { useNow } from '../shell/use-now.ts';
import { ChangeList } from './change-list.tsx';
import { ChangeSign } from './change-sign.tsx';
import { SaveChanges } from './save-changes.tsx';

/** What is compared with what, how much changed, and the list of it. The signs are the legend of the picture. */
export function CompareStrip({ comparison }: { readonly comparison: ShownComparison }): ReactElement {
  const { view, commands, reading } = useWorkspace();
  // On a phone the list would leave no room for the chains.
  const [open, setOpen] = useState(() => !matchMedia('(width < 768px)').matches);
  const { result } = comparison;
  const only = view.filter.onlyChanges === true;
  const hasLines = result.changes.length + result.cannotTell.length > 0;
  const stop = (): void => {
    if (only) commands.filter({ onlyChanges: undefined });
    // The strip goes, and with it the button that had focus.
    document.getElementById('picture')?.focus();
    stopComparing();
  };
  return (
    <section aria-label="Comparison" className="shrink-0 border-b border-line bg-panel text-sm">
      <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1">
        <p className="flex min-w-0 max-w-full flex-wrap items-center gap-x-1.5">
          <Side side={comparison.earlier} />
          <Icon name="arrow-right" size={12} className="text-muted" />
          <span className="sr-only">to</span>
          <Side side={comparison.later} />
        </p>
        <Counts comparison={comparison} />
        {reading.state === 'reading' && <span className="text-muted">still reading</span>}
        <div className="ml-auto flex flex-wrap items-center gap-1">
          {hasLines && (
            <Button
              size="small"
              kind="bare"
              icon={open ? 'chevron-up' : 'chevron-down'}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              List
            </Button>
          )}
          {result.changes.length > 0 && (
            <Button
              size="small"
              kind={only ? 'quiet' : 'bare'}
              icon="filter"
              aria-pressed={only}
              onClick={() => commands.filter({ onlyChanges: only ? undefined : true })}
            >
              Only changes
            </Button>
          )}
          <Button size="small" kind="bare" icon="swap" onClick={swapSides}>
            <span className="max-sm:sr-only">Swap</span>
          </Button>
          <SaveChanges comparison={comparison} />
          <Button size="small" onClick={stop}>
            <span>
              Stop<span className="max-sm:sr-only"> comparing</span>
            </span>
          </Button>
        </div>
      </div>
      {open && hasLines && <ChangeList comparison={comparison} />}
    </section>
  );
}

function Side({ side }: { readonly side: ComparedSide }): ReactElement {
  const now = useNow(60_000);
  return (
    <span className="flex min-w-0 items-baseline gap-1">
      <bdi className="max-w-56 truncate font-semibold" title={displayText(side.label)}>
        {displayText(side.label)}
      </bdi>
      {side.readAt && <span className="whitespace-nowrap text-muted">{clockTime(side.readAt, now)}</span>}
    </span>
  );
}

const KINDS = ['added', 'removed', 'changed'] as const satisfies readonly Change[];

function Counts({ comparison: { result } }: { readonly comparison: ShownComparison }): ReactElement {
  const { counts, changes, disjoint } = result;
  if (disjoint) {
    return (
      <p className="flex items-center gap-1.5">
        <Icon name="warning" size={14} className="text-doubt" />
        These are different accounts: nothing of one can be compared with the other.
      </p>
    );
  }
  return (
    <output className="flex flex-wrap items-center gap-x-3 tabular-nums">
      {changes.length === 0 && <span>Nothing changed in what both reads know</span>}
      {KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
        <span key={kind} className="flex items-center gap-1.5">
          <ChangeSign change={kind} />
          {counts[kind]} {kind}
        </span>
      ))}
      {counts.cannotTell > 0 && (
        <span className="flex items-center gap-1.5">
          <ChangeSign change="unknown" />
          {counts.cannotTell} cannot tell
        </span>
      )}
    </output>
  );
}
