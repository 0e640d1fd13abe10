import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';

/** Holds the place of something on its way. Size it by classes; hidden from screen readers, which get a status line. */
export function Skeleton({ className }: { readonly className?: string | undefined }): ReactElement {
  return <div aria-hidden="true" className={classNames('shimmer rounded-md', className)} />;
}
