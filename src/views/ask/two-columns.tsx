import type { ReactElement, ReactNode } from 'react';

export interface TwoColumnsProps {
  /** The form. */
  readonly left: ReactNode;
  /** What it gives. */
  readonly right: ReactNode;
}

/** Form and answer beside each other, each scrolling for itself; one above the other where there is no room. */
export function TwoColumns({ left, right }: TwoColumnsProps): ReactElement {
  return (
    <div className="grid min-h-0 flex-1 gap-x-8 gap-y-6 pt-2 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4 lg:-m-1 lg:overflow-auto lg:p-1 lg:pr-3">{left}</div>
      <div className="flex min-w-0 flex-col gap-5 lg:-m-1 lg:overflow-auto lg:p-1 lg:pr-3">{right}</div>
    </div>
  );
}
