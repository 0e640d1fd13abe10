import type { ReactElement, ReactNode } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Severity } from '../../findings/finding.ts';
import type { GraphNode, NodeId, NodeKind } from '../../graph/graph.ts';
import { type GlyphShape, KindGlyph } from '../../ui/kind-glyph.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { StateWords } from '../table/state-words.tsx';

const SHAPES: Readonly<Record<NodeKind, GlyphShape>> = {
  instance: 'card',
  profile: 'capsule',
  role: 'cut-card',
  'launch-template': 'page',
  'launch-configuration': 'page',
  'auto-scaling-group': 'page',
  environment: 'page',
  principal: 'cut-card',
  account: 'page',
  region: 'page',
  policy: 'page',
};

/** The outline of a node's kind. */
export function shapeOf(kind: NodeKind): GlyphShape {
  return SHAPES[kind];
}

export interface NodeButtonProps {
  readonly node: GraphNode;
  /** At the right end: a count, a tag. */
  readonly trailing?: ReactNode;
  /** The worst finding on it. */
  readonly severity?: Severity | undefined;
  readonly onSelect: (node: NodeId) => void;
}

/** A node in a list; pressing it selects it. */
export function NodeButton({ node, trailing, severity, onSelect }: NodeButtonProps): ReactElement {
  const ghost = node.ghost;
  return (
    <button
      type="button"
      onClick={() => onSelect(node.id)}
      className="-mx-2 flex min-h-7 w-[calc(100%+1rem)] items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
    >
      <KindGlyph shape={shapeOf(node.kind)} ghost={ghost !== undefined} size={14} className="text-ghost" />
      <span className="flex min-w-0 flex-1 flex-col">
        <bdi
          className={`truncate font-medium ${ghost?.kind === 'gone' || ghost?.kind === 'empty' ? 'text-danger' : ''}`}
          title={displayText(node.label)}
        >
          {displayText(node.label)}
        </bdi>
        {ghost && <span className="truncate text-xs text-muted">{ghost.why}</span>}
      </span>
      {severity && <SeverityBadge severity={severity} iconOnly className="shrink-0" />}
      {trailing !== undefined && <span className="shrink-0 text-xs text-muted tabular-nums">{trailing}</span>}
    </button>
  );
}

/** What stands at the right end of an instance in a list: its id, which is the name's proof, and its state. */
export function InstanceTrailing({ node }: { readonly node: GraphNode }): ReactElement | null {
  if (node.kind !== 'instance') return null;
  return (
    <span className="flex items-center gap-2">
      {node.label !== node.instanceId && <span className="font-mono">…{node.instanceId.slice(-6)}</span>}
      <span className="w-20">{node.record?.State && <StateWords state={node.record.State} />}</span>
    </span>
  );
}
