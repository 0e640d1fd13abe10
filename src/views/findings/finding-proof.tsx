import type { ReactElement, ReactNode } from 'react';
import type { Finding } from '../../findings/finding.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import { MarkedText } from '../detail/marked-text.tsx';
import { CodeBlock } from './code-block.tsx';
import { EvidenceTable } from './evidence-table.tsx';

export interface FindingProofProps {
  readonly finding: Finding;
  /** Lights up the chain in the graph. */
  readonly onShowProof: () => void;
  /** More buttons beside "Show in graph". */
  readonly actions?: ReactNode;
  /** Its headings' level: one below what it stands under. */
  readonly level: 3 | 4;
}

/** What a finding rests on, how to mend it, what was not checked, and where AWS writes about it. */
export function FindingProof({ finding, onShowProof, actions, level }: FindingProofProps): ReactElement {
  const { fix } = finding;
  return (
    <div className="@container flex flex-col gap-3 text-sm">
      {finding.evidence.length > 0 && (
        <Part level={level} heading="Evidence">
          <EvidenceTable evidence={finding.evidence} />
        </Part>
      )}
      <Part level={level} heading="Fix">
        <p>
          <MarkedText text={fix.sentence} />
        </p>
        {fix.command && <CodeBlock what="command" text={fix.command} />}
        {fix.terraform && <Hint what="Terraform" text={fix.terraform} />}
        {fix.cloudFormation && <Hint what="CloudFormation" text={fix.cloudFormation} />}
        {finding.delay && (
          <p className="mt-1.5 flex items-start gap-1.5 text-muted">
            <Icon name="clock" size={14} className="mt-0.5" />
            <span>
              <MarkedText text={finding.delay} />
            </span>
          </p>
        )}
      </Part>
      {finding.notChecked.length > 0 && (
        <Part level={level} heading="Not checked">
          <ul>
            {finding.notChecked.map((item) => (
              <li key={`${item.call} ${item.why}`}>
                <code>{item.call}</code>: <MarkedText text={item.why} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="small" icon="graph" onClick={onShowProof}>
          Show in graph
        </Button>
        {actions}
        <DocsLink href={finding.docs} />
      </div>
    </div>
  );
}

/** The page of AWS behind a rule. Rules write their own links; nothing else than a web page is ever made one. */
function DocsLink({ href }: { readonly href: string }): ReactElement | null {
  if (!href.startsWith('https://')) return null;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="ml-auto inline-flex items-center gap-1 rounded-sm text-accent underline-offset-2 hover:underline"
    >
      AWS documentation
      <Icon name="external" size={12} />
    </a>
  );
}

interface PartProps {
  readonly heading: string;
  readonly level: 3 | 4;
  readonly children: ReactNode;
}

function Part({ heading, level, children }: PartProps): ReactElement {
  const Heading = `h${level}` as const;
  return (
    <div>
      <Heading className="heading-caps mb-0.5">{heading}</Heading>
      {children}
    </div>
  );
}

function Hint({ what, text }: { readonly what: string; readonly text: string }): ReactElement {
  return (
    <details className="group mt-1">
      <ChevronSummary>{what}</ChevronSummary>
      <CodeBlock what={`${what} hint`} text={text} />
    </details>
  );
}
