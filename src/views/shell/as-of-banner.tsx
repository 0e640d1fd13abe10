import type { ReactElement } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { clockTime } from './time-words.ts';
import { useNow } from './use-now.ts';

export interface AsOfBannerProps {
  /** Why the credentials are gone. */
  readonly reason: 'signed-out' | 'expired';
  readonly onSignIn: () => void;
  readonly onClear: () => void;
}

/** Says that the picture stays as it was when the credentials went. */
export function AsOfBanner({ reason, onSignIn, onClear }: AsOfBannerProps): ReactElement | null {
  const { reading } = useWorkspace();
  const now = useNow(60_000);
  if (!reading.asOf) return null;
  return (
    <section
      aria-label="Credentials"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-doubt-tint px-4 py-1 text-sm"
    >
      <Icon name="clock" size={14} className="text-doubt" />
      <p className="min-w-0 flex-1">
        <span className="font-semibold">As of {clockTime(reading.asOf, now)}.</span>{' '}
        {reason === 'expired'
          ? 'The credentials expired and are gone from this browser.'
          : 'You signed out: the credentials are gone from this browser.'}{' '}
        The picture stays until you clear it.
      </p>
      <Button size="small" onClick={onSignIn}>
        Sign in again
      </Button>
      <Button size="small" onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
