import type { ReactElement } from 'react';
import { partitionOfRegion } from '../../base/partitions.ts';
import type { EndpointChoice } from '../../session/session.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';

export interface EndpointFieldsProps {
  /** What the region field says, or stands for. */
  readonly region: string;
  readonly choice: EndpointChoice;
  readonly onChange: (choice: EndpointChoice) => void;
}

/** Which partition the region belongs to, and which kind of its endpoints to ask. */
export function EndpointFields({ region, choice, onChange }: EndpointFieldsProps): ReactElement {
  const kinds = [choice.useFipsEndpoint && 'FIPS', choice.useDualstackEndpoint && 'dual-stack'].filter(
    Boolean,
  );
  return (
    <details className="group text-sm">
      <ChevronSummary>
        Endpoints: {partitionOfRegion(region)?.name ?? 'unknown partition'},{' '}
        {kinds.join(' and ') || 'standard'}
      </ChevronSummary>
      <div className="flex flex-col gap-1 pt-1 pl-5">
        <Checkbox
          checked={choice.useFipsEndpoint}
          onChange={(useFipsEndpoint) => onChange({ ...choice, useFipsEndpoint })}
        >
          FIPS 140 endpoints
        </Checkbox>
        <Checkbox
          checked={choice.useDualstackEndpoint}
          onChange={(useDualstackEndpoint) => onChange({ ...choice, useDualstackEndpoint })}
        >
          Dual-stack endpoints, for IPv6
        </Checkbox>
        <p className="text-muted">
          Not every region has them: AWS offers FIPS in the United States, Canada and GovCloud. A host that
          does not exist shows as out of reach.
        </p>
      </div>
    </details>
  );
}
