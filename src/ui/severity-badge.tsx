import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type BadgeSeverity = 'critical' | 'warning' | 'info' | 'unknown';

/** The words, pictures and colours of each severity, once: picture and word tell it without the colour. */
export const SEVERITY_LOOK: Readonly<
  Record<BadgeSeverity, { word: string; icon: IconName; text: string; tint: string; fill: string }>
> = {
  critical: {
    word: 'Critical',
    icon: 'critical',
    text: 'text-danger',
    tint: 'bg-danger-tint text-danger',
    fill: 'bg-danger-fill text-on-danger',
  },
  warning: {
    word: 'Warning',
    icon: 'warning',
    text: 'text-doubt',
    tint: 'bg-doubt-tint text-doubt',
    fill: 'bg-doubt-fill text-on-doubt',
  },
  info: {
    word: 'Information',
    icon: 'info',
    text: 'text-info',
    tint: 'bg-info-tint text-info',
    fill: 'bg-info-fill text-on-info',
  },
  unknown: {
    word: 'Cannot tell',
    icon: 'unknown',
    text: 'text-muted',
    tint: 'bg-ghost-tint text-muted',
    fill: 'bg-muted text-panel',
  },
};

export interface SeverityBadgeProps {
  readonly severity: BadgeSeverity;
  /** How many, instead of the word. */
  readonly count?: number | undefined;
  /** The picture alone; the word stays for screen readers. */
  readonly iconOnly?: boolean;
  readonly className?: string | undefined;
}

/** How bad a finding is. */
export function SeverityBadge({
  severity,
  count,
  iconOnly = false,
  className,
}: SeverityBadgeProps): ReactElement {
  const look = SEVERITY_LOOK[severity];
  if (iconOnly) {
    return (
      <span className={classNames('inline-flex', look.text, className)}>
        <Icon name={look.icon} />
        <span className="sr-only">{look.word}</span>
      </span>
    );
  }
  if (count !== undefined) {
    return (
      <span
        className={classNames(
          'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full px-1.5 text-xs font-semibold tabular-nums',
          look.fill,
          className,
        )}
      >
        {count}
        <span className="sr-only"> {look.word.toLowerCase()}</span>
      </span>
    );
  }
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 rounded px-1.5 text-xs font-semibold',
        look.tint,
        className,
      )}
    >
      <Icon name={look.icon} size={12} />
      {look.word}
    </span>
  );
}
