import type { ReactElement } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';

/** The places of instances, profiles and roles before the first of them came. */
export function SkeletonColumns(): ReactElement {
  return (
    <div aria-hidden="true" className="flex overflow-hidden p-6 md:justify-center">
      {COLUMNS.map(({ width, gap, shape, rows }) => (
        <div key={width} className="flex shrink-0 flex-col gap-3" style={{ width, marginRight: gap }}>
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
  { width: 232, gap: 56, shape: 'rounded-lg', rows: [1, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15] },
  { width: 208, gap: 108, shape: 'rounded-full!', rows: [1, 0.8, 0.6, 0.4, 0.2] },
  { width: 216, gap: 0, shape: 'rounded-lg', rows: [1, 0.75, 0.5, 0.25] },
];
