import type { ReactElement } from 'react';
import type { Comparison } from '../../findings/comparison.ts';
import type { NodeId } from '../../graph/graph.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { MarkedText } from '../detail/marked-text.tsx';
import { NodeButton } from '../detail/node-button.tsx';
import { CodeBlock } from '../findings/code-block.tsx';
import { EvidenceTable } from '../findings/evidence-table.tsx';

interface OutcomeLook {
  readonly words: string;
  readonly icon: IconName;
  readonly className: string;
  readonly frame: string;
}

const LOOKS: Readonly<Record<Comparison['outcome'], OutcomeLook>> = {
  agrees: { words: 'Agrees', icon: 'check', className: 'text-ok', frame: 'border-line' },
  disagrees: { words: 'Disagrees', icon: 'critical', className: 'text-danger', frame: 'border-danger-fill' },
  explained: { words: 'Explained', icon: 'info', className: 'text-accent', frame: 'border-line' },
  'not-in-account': {
    words: 'Not in what was read',
    icon: 'warning',
    className: 'text-doubt',
    frame: 'border-line',
  },
  'cannot-tell': { words: 'Cannot tell', icon: 'unknown', className: 'text-muted', frame: 'border-line' },
};

const MOST_NODES = 6;

export interface ComparisonCardProps {
  readonly comparison: Comparison;
  readonly onSelect: (node: NodeId) => void;
}

/** What came of a statement: the verdict, the chain that it speaks of, what it rests on and what to do. */
export function ComparisonCard({ comparison, onSelect }: ComparisonCardProps): ReactElement {
  const look = LOOKS[comparison.outcome];
  const { nodes, fix } = comparison;
  return (
    <article className={`flex flex-col gap-2 rounded-lg border p-3 ${look.frame}`}>
      <div>
        <p className={`flex items-center gap-1.5 font-semibold ${look.className}`}>
          <Icon name={look.icon} />
          {look.words}
        </p>
        <p className="text-base break-words">
          <MarkedText text={comparison.sentence} />
        </p>
      </div>
      {nodes.length > 0 && (
        <div>
          <h3 className="heading-caps">The chain it speaks of</h3>
          {nodes.slice(0, MOST_NODES).map((node) => (
            <NodeButton key={node.id} node={node} onSelect={onSelect} />
          ))}
          {nodes.length > MOST_NODES && <p className="text-muted">and {nodes.length - MOST_NODES} more</p>}
        </div>
      )}
      {comparison.evidence.length > 0 && (
        <div className="@container">
          <h3 className="heading-caps mb-0.5">Evidence</h3>
          <EvidenceTable evidence={comparison.evidence} />
        </div>
      )}
      {fix && (
        <div>
          <h3 className="heading-caps">Fix</h3>
          <p>
            <MarkedText text={fix.sentence} />
          </p>
          {fix.command && <CodeBlock what="command" text={fix.command} />}
        </div>
      )}
      {comparison.delay && (
        <p className="flex items-start gap-1.5 text-muted">
          <Icon name="clock" size={14} className="mt-0.5" />
          <MarkedText text={comparison.delay} />
        </p>
      )}
    </article>
  );
}
