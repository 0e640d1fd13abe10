import { type ReactElement, useId } from 'react';
import { findingMarkdown } from '../../export/findings-markdown.ts';
import type { Finding } from '../../findings/finding.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { MarkedText } from '../detail/marked-text.tsx';
import { DismissButton } from './dismiss-button.tsx';
import { FindingProof } from './finding-proof.tsx';

export interface FindingItemProps {
  readonly finding: Finding;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onShowProof: () => void;
}

/** One finding: the answer in one sentence; opened, its proof and fix. */
export function FindingItem({ finding, open, onToggle, onShowProof }: FindingItemProps): ReactElement {
  const { dismissals, graph } = useWorkspace();
  const id = useId();
  const dismissal = dismissals.all.get(finding.id);
  const first = finding.nodes[0] && graph.nodes.get(finding.nodes[0]);
  return (
    <article
      aria-label={finding.title}
      className={`mb-1.5 rounded-lg border bg-panel ${open ? 'border-line-strong' : 'border-line'}`}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={`${id}-proof`}
        onClick={onToggle}
        className="flex w-full items-start gap-2.5 rounded-lg px-3 py-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
      >
        <SeverityBadge severity={finding.severity} iconOnly className="mt-px shrink-0" />
        <span className={`min-w-0 flex-1 ${dismissal ? 'text-muted' : ''}`}>
          <span className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold">{finding.title}</span>
            <span className="ml-auto text-xs text-muted max-sm:hidden">
              {[first?.region, first?.accountId].filter(Boolean).join(' · ')}
            </span>
          </span>
          <span className="block break-words">
            <MarkedText text={finding.answer} />
          </span>
          {dismissal && (
            <span className="block text-muted">
              Dismissed: <bdi>{dismissal.reason}</bdi>
            </span>
          )}
        </span>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} className="mt-px text-muted" />
      </button>
      {open && (
        <div id={`${id}-proof`} className="border-t border-line py-2.5 pr-3 pl-[38px] max-sm:pl-3">
          <FindingProof
            finding={finding}
            level={3}
            onShowProof={onShowProof}
            actions={
              <>
                <CopyButton text={findingMarkdown(finding)} what="finding as Markdown" label="Copy" />
                {dismissal ? (
                  <Button size="small" icon="eye" onClick={() => dismissals.restore(finding.id)}>
                    Take back
                  </Button>
                ) : (
                  <DismissButton onDismiss={(reason) => dismissals.dismiss(finding.id, reason)} />
                )}
              </>
            }
          />
        </div>
      )}
    </article>
  );
}
