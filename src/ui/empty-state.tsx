import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** What was looked at and what to do next. */
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
}

/** Says why there is nothing, and what to do. */
export function EmptyState({
  icon = 'search',
  title,
  children,
  actions,
  className,
}: EmptyStateProps): ReactElement {
  return (
    <div
      className={classNames(
        'mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center',
        className,
      )}
    >
      <span className="mb-1 flex size-10 items-center justify-center rounded-full border border-dashed border-line-strong text-muted">
        <Icon name={icon} size={18} />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="text-base text-muted">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
