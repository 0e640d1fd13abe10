import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

type TagTone = 'neutral' | 'accent' | 'danger' | 'doubt' | 'info' | 'ok' | 'sample';

export interface TagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A word or two that qualify what stands beside them. */
export function Tag({ tone = 'neutral', children, className }: TagProps): ReactElement {
  return (
    <span
      className={classNames(
        'inline-flex h-5 max-w-full items-center gap-1 rounded px-1.5 text-xs font-medium whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}

export interface ChipProps {
  readonly children: ReactNode;
  /** Name of what the button takes away: `Remove ${name}`. */
  readonly name: string;
  readonly onRemove: () => void;
}

/** A choice that is in force and can be taken back. */
export function Chip({ children, name, onRemove }: ChipProps): ReactElement {
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-full border border-line-strong bg-raised pl-2.5 text-sm">
      <span className="truncate">{children}</span>
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={onRemove}
        className="ml-0.5 flex size-6 shrink-0 items-center justify-center rounded-full text-muted hover:text-text"
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

const TONES: Record<TagTone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-tint text-accent',
  danger: 'bg-danger-tint text-danger',
  doubt: 'bg-doubt-tint text-doubt',
  info: 'bg-info-tint text-info',
  ok: 'bg-ok-tint text-ok',
  sample: 'border border-dashed border-info text-info tracking-[0.08em] font-semibold',
};
