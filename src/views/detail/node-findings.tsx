import type { ReactElement } from 'react';
import type { Finding } from '../../findings/finding.ts';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { FindingProof } from '../findings/finding-proof.tsx';
import { MarkedText } from './marked-text.tsx';
import { PanelSection } from './panel-section.tsx';

export interface NodeFindingsProps {
  /** Those that nobody dismissed, worst first. */
  readonly findings: readonly Finding[];
  /** How many were dismissed. */
  readonly dismissed: number;
  readonly onShowProof: (finding: Finding) => void;
}

/** The findings about a node; each opens to its proof and fix. */
export function NodeFindings({ findings, dismissed, onShowProof }: NodeFindingsProps): ReactElement | null {
  if (findings.length === 0 && dismissed === 0) return null;
  return (
    <PanelSection heading="Findings" count={findings.length}>
      <ul className="flex flex-col gap-1.5">
        {findings.map((finding) => (
          <li key={finding.id} className="overflow-hidden rounded-md border border-line">
            <details>
              <summary className="flex cursor-pointer items-start gap-2 px-2.5 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2">
                <SeverityBadge severity={finding.severity} iconOnly className="mt-px shrink-0" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{finding.title}</span>
                  <span className="block text-muted">
                    <MarkedText text={finding.answer} />
                  </span>
                </span>
              </summary>
              <div className="border-t border-line px-2.5 py-2">
                <FindingProof finding={finding} onShowProof={() => onShowProof(finding)} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {dismissed > 0 && (
        <p className="mt-1.5 text-sm text-muted">{dismissed} dismissed; see the findings list.</p>
      )}
    </PanelSection>
  );
}
