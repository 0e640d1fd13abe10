import type { ReactElement } from 'react';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import type { FacetCount } from '../../scene/filter-chains.ts';
import { isNotEnabled, isWanted, unreadRegions } from '../coverage/coverage-groups.ts';
import { lookOf } from '../coverage/coverage-status.tsx';

export interface UnreadRegionsProps {
  readonly coverage: readonly CoverageEntry[];
  /** Regions that can be chosen, since something of them came. */
  readonly listed: readonly FacetCount[];
}

const FIRST = 4;

/** Regions that were asked and gave nothing: a list that left them out would look complete. */
export function UnreadRegions({ coverage, listed }: UnreadRegionsProps): ReactElement | null {
  const unread = unreadRegions(coverage)
    .filter(({ entry }) => isWanted(entry) || isNotEnabled(entry))
    .filter(({ region }) => !listed.some(({ value }) => value === region));
  if (unread.length === 0) return null;
  return (
    <ul className="text-sm text-muted">
      {unread.slice(0, FIRST).map(({ region, entry }) => (
        <li key={region} className="flex min-h-6 items-center gap-2 pl-6">
          <span className="min-w-0 flex-1 truncate">{region}</span>
          <span className={lookOf(entry).className}>{lookOf(entry).word}</span>
        </li>
      ))}
      {unread.length > FIRST && <li className="pl-6">{unread.length - FIRST} more not read; see Coverage</li>}
    </ul>
  );
}
