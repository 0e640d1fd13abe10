import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export interface NoticeProps {
  readonly tone?: 'danger' | 'doubt' | 'info' | 'neutral';
  /** What is so, in a sentence. */
  readonly title: ReactNode;
  /** What to do about it. */
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** Read out as soon as it appears. */
  readonly alert?: boolean;
  readonly className?: string | undefined;
}

/** Something to know, in its place on the page. */
export function Notice({
  tone = 'info',
  title,
  children,
  actions,
  alert = false,
  className,
}: NoticeProps): ReactElement {
  const look = LOOKS[tone];
  return (
    <div
      role={alert ? 'alert' : undefined}
      className={classNames('flex items-start gap-2.5 rounded-lg px-3 py-2.5 text-sm', look.box, className)}
    >
      <Icon name={look.icon} className={classNames('mt-px', look.mark)} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 break-words">
        <p className="font-semibold">{title}</p>
        {children && <div>{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

const LOOKS: Record<NonNullable<NoticeProps['tone']>, { box: string; mark: string; icon: IconName }> = {
  danger: { box: 'bg-danger-tint text-text', mark: 'text-danger', icon: 'critical' },
  doubt: { box: 'bg-doubt-tint text-text', mark: 'text-doubt', icon: 'warning' },
  info: { box: 'bg-info-tint text-text', mark: 'text-info', icon: 'info' },
  neutral: { box: 'bg-sunken text-text', mark: 'text-muted', icon: 'info' },
};
