import type { ReactElement, ReactNode } from 'react';

/** For screen readers alone. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className="sr-only">{children}</span>;
}
