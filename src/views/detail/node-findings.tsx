import type { ReactElement } from 'react';
import type { Finding } from '../../findings/finding.ts';
import { Icon } from '../../ui/icon.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { FindingProof } from '../findings/finding-proof.tsx';
import { MarkedText } from './marked-text.tsx';
import { PanelSection } from './panel-section.tsx';

/** A role of many instances may have one finding for each of them. */
const MOST = 12;

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
        {findings.slice(0, MOST).map((finding) => (
          <li key={finding.id} className="overflow-hidden rounded-md border border-line">
            <details className="group">
              <summary className="flex list-none items-start gap-2 px-2.5 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
                <SeverityBadge severity={finding.severity} iconOnly className="mt-px shrink-0" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{finding.title}</span>
                  <span className="block text-muted">
                    <MarkedText text={finding.answer} />
                  </span>
                </span>
                <Icon
                  name="chevron-right"
                  size={14}
                  className="mt-0.5 text-muted transition-transform group-open:rotate-90"
                />
              </summary>
              <div className="border-t border-line px-2.5 py-2">
                <FindingProof finding={finding} level={4} onShowProof={() => onShowProof(finding)} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {findings.length > MOST && (
        <p className="mt-1.5 text-sm text-muted">{findings.length - MOST} more; see the findings list.</p>
      )}
      {dismissed > 0 && (
        <p className="mt-1.5 text-sm text-muted">{dismissed} dismissed; see the findings list.</p>
      )}
    </PanelSection>
  );
}
