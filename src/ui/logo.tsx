import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

/** The mark: a wire that links two ends, one open and one plugged in. The same drawing as `public/favicon.svg`. */
export function LogoMark({
  size = 20,
  className,
}: {
  readonly size?: number;
  readonly className?: string;
}): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
      focusable="false"
      className={classNames('shrink-0 text-accent', className)}
    >
      <path d="M5.4 12H6c3.2 0 .8-8 4-8h.6" strokeWidth="2" strokeLinecap="round" />
      <circle cx="3.25" cy="12" r="2.25" strokeWidth="2" />
      <circle cx="12.75" cy="4" r="3.25" fill="currentColor" stroke="none" />
    </svg>
  );
}

/** Mark and name together. */
export function Logo({ className }: { readonly className?: string }): ReactElement {
  return (
    <span className={classNames('inline-flex items-center gap-2', className)}>
      <LogoMark />
      <span className="text-lg font-semibold tracking-tight">Rolewire</span>
    </span>
  );
}
