import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import { chainText } from '../../export/chain-text.ts';
import type { ChainAnswer } from '../../findings/finding.ts';
import { consoleLink } from '../../graph/console-link.ts';
import type { GraphNode } from '../../graph/graph.ts';
import { POLICY_WORDS } from '../../scene/mark-text.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TicketButton } from '../picture/ticket-button.tsx';
import { chainSentence } from './chain-sentence.ts';
import { ChevronSummary } from './chevron-summary.tsx';
import { SOURCE_WORDS } from './facts.ts';
import { GhostNote } from './ghost-note.tsx';
import { MarkedText } from './marked-text.tsx';
import { shapeOf } from './node-button.tsx';

export interface PanelHeaderProps {
  readonly node: GraphNode;
  readonly onClose?: (() => void) | undefined;
}

/** Kind and name, then the answer in one sentence, then why something is not there. */
export function PanelHeader({ node, onClose }: PanelHeaderProps): ReactElement {
  const { graph, answers, chains, commands, reading, comparison } = useWorkspace();
  // Of what is gone the change says all.
  const isGone = comparison?.result.changeOf.get(node.id) === 'removed';
  const sentence = isGone ? undefined : chainSentence(graph, node, answers);
  const answer = node.kind === 'instance' ? answers.get(node.id) : undefined;
  const chain = chains.find(
    (each) => each.id === node.id || each.profile === node.id || each.role === node.id,
  );
  const link = consoleLink(node);
  const deepen = reading.deepen;
  const canAsk = deepen && node.kind === 'profile' && node.ghost && node.ghost.kind !== 'empty';
  return (
    <header>
      <div className="flex items-start gap-2 px-4 pt-3">
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5">
            <KindGlyph
              shape={shapeOf(node.kind)}
              ghost={node.ghost !== undefined}
              size={14}
              className="text-muted"
            />
            <span className="heading-caps">{kindWords(node)}</span>
            {node.kind === 'role' && node.serviceLinked && <Tag>service-linked</Tag>}
          </p>
          <h2 className="line-clamp-3 text-xl font-semibold break-words" title={displayText(node.label)}>
            <bdi>{displayText(node.label)}</bdi>
          </h2>
        </div>
        {onClose && <IconButton icon="close" label="Close" size="small" onClick={onClose} />}
      </div>
      {sentence && (
        <div className="px-4 pt-1 pb-2">
          <p className={`flex items-start gap-2 text-base ${answer ? '' : 'pl-0'}`}>
            {answer && <OutcomeIcon outcome={answer.outcome} />}
            <span className="min-w-0 break-words">
              <MarkedText text={sentence} />
            </span>
          </p>
          {answer && <Hints answer={answer} />}
        </div>
      )}
      <div className="flex flex-wrap items-center gap-1 px-3 pb-2">
        <CopyButton text={node.label} what="name" label="Name" />
        {node.arn && <CopyButton text={node.arn} what="ARN" label="ARN" />}
        {chain && node.kind === 'instance' && (
          <CopyButton text={chainText(graph, chain, sentence)} what="chain" label="Chain" />
        )}
        <TicketButton label="Ticket" />
        {link && (
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            className="ml-auto inline-flex h-6 items-center gap-1 rounded-md px-1.5 text-sm text-accent underline-offset-2 hover:underline"
          >
            AWS console
            <Icon name="external" size={12} />
          </a>
        )}
      </div>
      {node.ghost && (
        <GhostNote
          node={node}
          ghost={node.ghost}
          onSelect={commands.select}
          onAsk={canAsk ? () => deepen(node.id) : undefined}
        />
      )}
    </header>
  );
}

const OUTCOMES: Readonly<
  Record<ChainAnswer['outcome'], { readonly icon: IconName; readonly className: string }>
> = {
  'runs-as': { icon: 'check', className: 'text-ok' },
  'no-credentials': { icon: 'wire-broken', className: 'text-danger' },
  'cannot-tell': { icon: 'unknown', className: 'text-doubt' },
};

function OutcomeIcon({ outcome }: { readonly outcome: ChainAnswer['outcome'] }): ReactElement {
  const { icon, className } = OUTCOMES[outcome];
  return <Icon name={icon} className={`mt-0.5 ${className}`} />;
}

function Hints({ answer }: { readonly answer: ChainAnswer }): ReactElement | null {
  if (answer.hints.length === 0) return null;
  return (
    <details className="group mt-1 text-sm">
      <ChevronSummary>If it still fails on the host</ChevronSummary>
      <ul className="list-disc pl-5 text-muted">
        {answer.hints.map((hint) => (
          <li key={hint}>
            <MarkedText text={hint} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function kindWords(node: GraphNode): string {
  switch (node.kind) {
    case 'instance':
      return 'Instance';
    case 'profile':
      return 'Instance profile';
    case 'role':
      return 'Role';
    case 'principal':
      return 'Principal';
    case 'account':
      return 'Account';
    case 'region':
      return 'Region';
    case 'policy':
      return POLICY_WORDS[node.type];
    default:
      return SOURCE_WORDS[node.kind];
  }
}
