import type { ReactElement } from 'react';
import { CoverageSummary } from '../views/coverage/coverage-summary.tsx';
import { FilterRail } from '../views/filters/filter-rail.tsx';

/** Filters with their counts, and at the foot how far reading got. */
export function Rail({ onCoverage }: { readonly onCoverage: () => void }): ReactElement {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="scroll-quiet min-h-0 flex-1">
        <FilterRail />
      </div>
      <div className="shrink-0 border-t border-line">
        <CoverageSummary onOpen={onCoverage} />
      </div>
    </div>
  );
}
