import { type ReactElement, useMemo, useState } from 'react';
import { exportName } from '../../actions/export-name.ts';
import { findingsCsv } from '../../export/findings-csv.ts';
import { findingsMarkdown } from '../../export/findings-markdown.ts';
import type { Finding } from '../../findings/finding.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatementBox } from '../paste/statement-box.tsx';
import { saveTextFile } from '../save-text-file.ts';
import { ALL_FINDINGS, filterFindings, findingRows } from './finding-filter.ts';
import { FindingList } from './finding-list.tsx';
import { findingsInSight } from './findings-in-sight.ts';
import { FindingsToolbar } from './findings-toolbar.tsx';
import { showProofOf } from './show-proof.ts';

/** All findings by severity; search and filters of the rail hold here too. */
export function FindingsView(): ReactElement {
  const workspace = useWorkspace();
  const { graph, chains, shownChains, findings, dismissals, commands, inventory, reading } = workspace;
  const [filter, setFilter] = useState(ALL_FINDINGS);

  const inSight = useMemo(
    () => findingsInSight(findings, chains, shownChains),
    [findings, chains, shownChains],
  );
  const filtered = useMemo(
    () => filterFindings(inSight, filter, (finding) => dismissals.all.has(finding.id)),
    [inSight, filter, dismissals.all],
  );
  const rows = useMemo(
    () => findingRows(filtered.findings, (finding) => dismissals.all.has(finding.id)),
    [filtered.findings, dismissals.all],
  );
  const [pasting, setPasting] = useState(false);
  const hidden = findings.length - inSight.length;

  const reasonOf = (finding: Finding): string | undefined => dismissals.all.get(finding.id)?.reason;
  const saveCsv = (): void =>
    saveTextFile({
      name: exportName(workspace, 'findings', 'csv'),
      mediaType: 'text/csv',
      text: findingsCsv(graph, filtered.findings, reasonOf, { byteOrderMark: true }),
    });
  const saveMarkdown = (): void =>
    saveTextFile({
      name: exportName(workspace, 'findings', 'md'),
      mediaType: 'text/markdown',
      text: findingsMarkdown({
        accounts: inventory.accounts.map((each) =>
          each.alias ? `${each.accountId} (${each.alias})` : each.accountId,
        ),
        readAt: inventory.readAt,
        sample: inventory.kind === 'sample',
        findings: filtered.findings,
        dismissed: reasonOf,
      }),
    });
  const showProof = (finding: Finding): void => showProofOf(finding, workspace);

  return (
    <section aria-label="Findings" className="flex h-full min-h-0 flex-col bg-canvas">
      <FindingsToolbar
        filter={filter}
        filtered={filtered}
        onChange={(change) => setFilter({ ...filter, ...change })}
        onPaste={() => setPasting(true)}
        onSaveCsv={saveCsv}
        onSaveMarkdown={saveMarkdown}
      />
      <Dialog title="Compare with what an instance says" open={pasting} onClose={() => setPasting(false)}>
        <StatementBox onSelected={() => setPasting(false)} />
      </Dialog>
      {hidden > 0 && (
        <p className="flex shrink-0 items-center gap-2 border-b border-line bg-panel px-4 py-1 text-sm text-muted">
          {hidden} more {hidden === 1 ? 'is' : 'are'} about chains that search and filters leave out.
          <Button kind="bare" size="small" onClick={commands.clearFilter}>
            Clear them
          </Button>
        </p>
      )}
      {rows.length > 0 ? (
        <FindingList rows={rows} onShowProof={showProof} />
      ) : (
        <NoFindings
          filtered={inSight.length > 0}
          reading={reading.state === 'reading'}
          onClear={() => setFilter(ALL_FINDINGS)}
        />
      )}
    </section>
  );
}

interface NoFindingsProps {
  readonly filtered: boolean;
  readonly reading: boolean;
  readonly onClear: () => void;
}

function NoFindings({ filtered, reading, onClear }: NoFindingsProps): ReactElement {
  if (filtered) {
    return (
      <EmptyState
        icon="filter"
        title="No finding matches"
        actions={<Button onClick={onClear}>Show all findings</Button>}
      />
    );
  }
  if (reading) {
    return (
      <EmptyState icon="findings" title="Nothing found so far">
        Findings appear as the regions answer.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="check" title="No findings">
      Nothing that was read looks broken. What could not be read is listed under Coverage.
    </EmptyState>
  );
}
