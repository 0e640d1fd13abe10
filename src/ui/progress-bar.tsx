import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; absent when nobody can tell how far it is. */
  readonly value?: number | undefined;
  readonly tone?: 'accent' | 'danger' | 'doubt';
  readonly className?: string | undefined;
}

/** A thin line that fills. */
export function ProgressBar({ label, value, tone = 'accent', className }: ProgressBarProps): ReactElement {
  return (
    <progress
      aria-label={label}
      max={1}
      value={value}
      className={classNames('progress-line block w-full', TONES[tone], className)}
    />
  );
}

const TONES = { accent: 'text-accent', danger: 'text-danger-fill', doubt: 'text-doubt-fill' } as const;
