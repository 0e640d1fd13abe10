import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Chain } from '../../graph/chain.ts';
import type { Graph, GraphNode, NodeId } from '../../graph/graph.ts';
import { nodeTitle } from '../../scene/mark-text.ts';
import { worseSeverity } from '../../scene/worst-findings.ts';
import { Icon } from '../../ui/icon.tsx';
import { type GlyphShape, KindGlyph } from '../../ui/kind-glyph.tsx';
import { SeverityBadge } from '../../ui/severity-badge.tsx';
import { ChangeSign } from '../compare/change-sign.tsx';

export interface ChainSummaryProps {
  readonly graph: Graph;
  readonly chain: Chain;
  readonly worst: ReadonlyMap<NodeId, Finding>;
  /** What its account is called, where there are several. */
  readonly account?: string | undefined;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A chain in two lines: what it starts with, and where it leads. */
export function ChainSummary(props: ChainSummaryProps): ReactElement {
  const { graph, chain, worst, account, open, onToggle } = props;
  const ids = [chain.instance, chain.profile, chain.role].filter((id) => id !== undefined);
  const [first, ...rest] = ids.flatMap((id) => graph.nodes.get(id) ?? []);
  const severity = ids.map((id) => worst.get(id)?.severity).reduce((a, b) => worseSeverity(a, b), undefined);
  return (
    <button
      type="button"
      aria-expanded={open}
      className="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-left focus-visible:-outline-offset-2"
      onClick={onToggle}
    >
      {first && <KindGlyph shape={SHAPES[first.kind] ?? 'card'} className="text-muted" />}
      <span className="min-w-0 flex-1">
        <bdi className="block truncate text-base font-semibold">{first && displayText(nodeTitle(first))}</bdi>
        <span className="flex min-w-0 items-center gap-1 text-sm text-muted">
          {rest.length === 0 && <span className="truncate">{chain.why}</span>}
          {rest.map((node) => (
            <Leads key={node.id} node={node} />
          ))}
        </span>
      </span>
      {account && <bdi className="max-w-28 truncate text-sm text-muted">{displayText(account)}</bdi>}
      {chain.change && <ChangeSign change={chain.change} size={16} />}
      {chain.change && <span className="sr-only">{CHANGE_WORDS[chain.change]}</span>}
      {severity && severity !== 'info' && <SeverityBadge severity={severity} iconOnly />}
      <Icon name={open ? 'chevron-down' : 'chevron-right'} className="text-muted" />
    </button>
  );
}

function Leads({ node }: { readonly node: GraphNode }): ReactElement {
  const broken = node.ghost?.kind === 'gone' || node.ghost?.kind === 'empty';
  return (
    <>
      <Icon name="arrow-right" size={12} />
      <bdi className={`truncate ${broken ? 'text-danger' : ''}`}>{displayText(nodeTitle(node))}</bdi>
    </>
  );
}

const CHANGE_WORDS: Readonly<Record<NonNullable<Chain['change']>, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  unknown: 'in one of the two reads only',
};

const SHAPES: Partial<Record<GraphNode['kind'], GlyphShape>> = {
  instance: 'card',
  profile: 'capsule',
  role: 'cut-card',
};
