import type { ReactElement } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The places of instances, profiles and roles before the first of them came. */
export function SkeletonColumns(): ReactElement {
  return (
    <div aria-hidden="true" className="flex gap-14 overflow-hidden p-6 sm:gap-24">
      {COLUMNS.map(({ width, shape, rows }) => (
        <div key={width} className="flex flex-col gap-3" style={{ width }}>
          <Skeleton className="mb-1 h-3 w-24" />
          {rows.map((opacity) => (
            <div key={opacity} style={{ opacity }}>
              <Skeleton className={`h-11 w-full ${shape}`} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const COLUMNS = [
  { width: 232, shape: 'rounded-lg', rows: [1, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15] },
  { width: 208, shape: 'rounded-full!', rows: [1, 0.8, 0.6, 0.4, 0.2] },
  { width: 216, shape: 'rounded-lg', rows: [1, 0.75, 0.5, 0.25] },
];
