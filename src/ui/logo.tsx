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
      <path d="M5 13h.5A2.5 2.5 0 0 0 8 10.5v-5A2.5 2.5 0 0 1 10.5 3h.5" strokeWidth="2" />
      <circle cx="3" cy="13" r="2" strokeWidth="2" />
      <circle cx="13" cy="3" r="3" fill="currentColor" stroke="none" />
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
