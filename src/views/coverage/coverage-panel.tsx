import type { ReactElement } from 'react';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { showFilesPanel, useLoaded } from '../../state/loaded-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { localTime } from '../detail/local-time.ts';
import { RelayOffer } from '../signin/relay-notice.tsx';
import { AllPoliciesSwitch } from './all-policies-switch.tsx';
import { CallRow } from './call-row.tsx';
import { coverageByCall, coverageTotals } from './coverage-groups.ts';

export interface CoveragePanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The smallest IAM policy that lets everything be read, as JSON; absent where nobody signs in. */
  readonly minimalPolicy?: string | undefined;
}

/** Every read with how far it got: what is missing, which permission would bring it, and what to do. */
export function CoveragePanel({ open, onClose, minimalPolicy }: CoveragePanelProps): ReactElement {
  const { reading } = useWorkspace();
  const ofFiles = useLoaded().reports.length > 0;
  const hasFooter =
    ofFiles || minimalPolicy !== undefined || reading.cancel !== undefined || reading.refresh !== undefined;
  return (
    <Dialog
      title="Coverage"
      open={open}
      onClose={onClose}
      width="large"
      footer={
        hasFooter && (
          <>
            {minimalPolicy && (
              <CopyButton text={minimalPolicy} what="minimal IAM policy" label="Copy minimal IAM policy" />
            )}
            <span className="flex-1" />
            {ofFiles && (
              <Button
                icon="folder"
                onClick={() => {
                  onClose();
                  showFilesPanel('reports');
                }}
              >
                What the files gave
              </Button>
            )}
            {reading.cancel && reading.state === 'reading' && (
              <Button icon="stop" onClick={reading.cancel}>
                Stop reading
              </Button>
            )}
            {reading.refresh && (
              <Button icon="refresh" disabled={reading.state === 'reading'} onClick={reading.refresh}>
                Read again
              </Button>
            )}
          </>
        )
      }
    >
      <CoverageContent />
    </Dialog>
  );
}

function CoverageContent(): ReactElement {
  const { inventory, reading } = useWorkspace();
  const calls = coverageByCall(inventory.coverage);
  const totals = coverageTotals(inventory.coverage);
  const manyAccounts = inventory.accounts.length > 1;
  if (calls.length === 0) {
    return (
      <EmptyState icon="coverage" title="Nothing was read yet">
        Each AWS call shows here with how far it got.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="text-muted">
        {totals.complete} of {totals.asked} reads brought everything
        {reading.requests > 0 && `, with ${reading.requests} requests to AWS`}
        {inventory.readAt && `; the newest is of ${localTime(inventory.readAt)}`}. Where something is missing,
        Rolewire says “cannot tell” instead of concluding from it.
      </p>
      {reading.refresh && inventory.coverage.some(isUnreachable) && (
        <RelayOffer label="Read again through the relay" onAccept={reading.refresh} />
      )}
      {reading.allPolicies && <AllPoliciesSwitch {...reading.allPolicies} />}
      <div>
        <div
          aria-hidden="true"
          className="hidden grid-cols-[minmax(0,1fr)_88px_72px_72px] gap-x-3 border-b border-line-strong pb-1 text-xs font-semibold text-muted sm:grid"
        >
          <span>Call</span>
          <span>Status</span>
          <span className="text-right">Records</span>
          <span className="text-right">Requests</span>
        </div>
        <ul>
          {calls.map((call) => (
            <CallRow key={call.call} call={call} manyAccounts={manyAccounts} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function isUnreachable({ reason }: CoverageEntry): boolean {
  return reason?.kind === 'unreachable';
}
