import type { ReactElement } from 'react';
import { assertNever } from '../../base/assert-never.ts';
import type { Ghost, GraphNode, NodeId } from '../../graph/graph.ts';
import { Button } from '../../ui/button.tsx';
import { AskMore } from './ask-more.tsx';

export interface GhostNoteProps {
  readonly node: GraphNode;
  readonly ghost: Ghost;
  readonly onSelect: (node: NodeId) => void;
  /** Asks AWS for this one thing; absent where nobody is signed in. */
  readonly onAsk?: (() => void) | undefined;
}

/** Which of the ways of not being there it is, why we think so, and what can be done to know more. */
export function GhostNote({ node, ghost, onSelect, onAsk }: GhostNoteProps): ReactElement {
  const danger = ghost.kind === 'gone' || ghost.kind === 'empty';
  const remadeAs = ghost.kind === 'gone' ? ghost.remadeAs : undefined;
  return (
    <div
      className={`mx-4 mb-3 rounded-md border border-dashed px-3 py-2 text-sm ${danger ? 'border-danger-fill bg-danger-tint' : 'border-ghost bg-ghost-tint'}`}
    >
      <p className={`font-semibold ${danger ? 'text-danger' : 'text-text'}`}>{headline(ghost, node)}</p>
      <p className="first-letter:uppercase">{ghost.why}.</p>
      <p className="mt-1 text-muted">{meaning(ghost, node)}</p>
      {(remadeAs ?? onAsk) && (
        <div className="mt-2 flex flex-wrap gap-2">
          {remadeAs && (
            <Button size="small" icon="arrow-right" onClick={() => onSelect(remadeAs)}>
              Show the one that exists now
            </Button>
          )}
          {onAsk && node.kind === 'profile' && (
            <AskMore
              call="iam:GetInstanceProfile"
              resource={node.name}
              accountId={node.accountId}
              label="Ask IAM for this profile"
              onAsk={onAsk}
            />
          )}
        </div>
      )}
    </div>
  );
}

function headline(ghost: Ghost, node: GraphNode): string {
  switch (ghost.kind) {
    case 'gone':
      return `Gone: this ${nounOf(node)} does not exist`;
    case 'denied':
      return 'Not readable: AWS denied the read';
    case 'not-loaded':
      return 'Not read';
    case 'empty':
      return 'No role in this profile';
    default:
      return assertNever(ghost);
  }
}

function meaning(ghost: Ghost, node: GraphNode): string {
  switch (ghost.kind) {
    case 'gone':
      return ghost.remadeAs
        ? 'The name lives on with another id, and EC2 goes by the id: it gives no new credentials for the old one.'
        : 'The list that would hold it was read to its end, and it is not in it.';
    case 'denied':
      return `This ${nounOf(node)} may well exist: these credentials may not look. Nothing about the chain is concluded from it.`;
    case 'not-loaded':
      return `This ${nounOf(node)} may well exist: what was read does not reach to it. Nothing about the chain is concluded from it.`;
    case 'empty':
      return 'The profile was read, and its list of roles is empty.';
    default:
      return assertNever(ghost);
  }
}

function nounOf(node: GraphNode): string {
  return node.kind === 'profile'
    ? 'profile'
    : node.kind === 'role' || node.kind === 'policy'
      ? node.kind
      : 'item';
}
