import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';

/** The line that opens a `details` element of class `group`; its arrow turns with it. */
export function ChevronSummary({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <summary className="-ml-0.5 inline-flex min-h-6 list-none items-center gap-1 rounded-sm pr-1 text-muted select-none hover:text-text [&::-webkit-details-marker]:hidden">
      <Icon name="chevron-right" size={14} className="transition-transform group-open:rotate-90" />
      {children}
    </summary>
  );
}
