import type { ReactElement } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** How far reading is, while it goes on; with the counts so far and a way to stop it. */
export function ReadingStrip(): ReactElement | null {
  const { reading, inventory } = useWorkspace();
  if (reading.state !== 'reading') return null;
  const counts = [
    countWords(inventory.instances.length, 'instance'),
    countWords(inventory.instanceProfiles.length, 'profile'),
    countWords(inventory.roles.length, 'role'),
  ].join(' · ');
  return (
    <div className="relative flex min-h-9 shrink-0 items-center gap-3 border-b border-line bg-panel px-4 text-sm">
      <ProgressBar
        label="Reading the account"
        value={reading.expected > 0 ? reading.done / reading.expected : undefined}
        className="absolute inset-x-0 -bottom-px rounded-none"
      />
      <p className="min-w-0 flex-1 truncate tabular-nums">
        <span className="font-medium">
          Reading {reading.done} of {reading.expected}
        </span>
        <span className="text-muted">
          {' '}
          · {counts} · {countWords(reading.requests, 'API call')}
        </span>
      </p>
      {reading.cancel && (
        <Button size="small" icon="stop" onClick={reading.cancel}>
          Stop
        </Button>
      )}
    </div>
  );
}

function countWords(count: number, one: string): string {
  return `${new Intl.NumberFormat('en').format(count)} ${one}${count === 1 ? '' : 's'}`;
}
