import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Finding } from '../../findings/finding.ts';
import type { GraphNode, NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AskButton } from '../ask/ask-button.tsx';
import { LazyChangeSection } from '../compare/lazy-compare.tsx';
import { showProofOf } from '../findings/show-proof.ts';
import { InstanceDetail } from './instance-detail.tsx';
import { NodeFindings } from './node-findings.tsx';
import { OtherDetail } from './other-detail.tsx';
import { PanelHeader } from './panel-header.tsx';
import { PolicyDetail } from './policy-detail.tsx';
import { ProfileDetail } from './profile-detail.tsx';
import { RoleDetail } from './role-detail.tsx';
import { StackNote } from './stack-note.tsx';

export interface DetailPanelProps {
  /** Leaves the panel; absent where the frame around it has its own way out. */
  readonly onClose?: (() => void) | undefined;
}

/** Everything about the selected node: its chain in one sentence, findings, links, fields. */
export function DetailPanel({ onClose }: DetailPanelProps): ReactElement {
  const workspace = useWorkspace();
  const { graph, view, findingsOf, dismissals, commands, scene } = workspace;
  const node = view.selected && graph.nodes.get(view.selected);
  if (!node) return <NothingSelected gone={view.selected !== undefined} onClose={onClose} />;

  const findings = findingsOf.get(node.id) ?? [];
  const live = findings.filter((finding) => !dismissals.all.has(finding.id));
  const showProof = (finding: Finding): void => showProofOf(finding, workspace);
  return (
    <article key={node.id} aria-label={`About ${displayText(node.label)}`} className="pb-6">
      <PanelHeader node={node} onClose={onClose} />
      <LazyChangeSection node={node} />
      <StackNote scene={scene} graph={graph} node={node} onSelect={commands.select} />
      <NodeFindings findings={live} dismissed={findings.length - live.length} onShowProof={showProof} />
      {ASKED_ABOUT.has(node.kind) && node.ghost === undefined && <AskButton about={node.id} />}
      <KindDetail node={node} onSelect={commands.select} />
    </article>
  );
}

/** What the question "can it …?" makes sense for. */
const ASKED_ABOUT: ReadonlySet<string> = new Set(['instance', 'profile', 'role']);

function KindDetail(props: {
  readonly node: GraphNode;
  readonly onSelect: (id: NodeId) => void;
}): ReactElement {
  const { node, onSelect } = props;
  switch (node.kind) {
    case 'instance':
      return <InstanceDetail node={node} onSelect={onSelect} />;
    case 'profile':
      return <ProfileDetail node={node} onSelect={onSelect} />;
    case 'role':
      return <RoleDetail node={node} onSelect={onSelect} />;
    case 'policy':
      return <PolicyDetail node={node} onSelect={onSelect} />;
    default:
      return <OtherDetail node={node} onSelect={onSelect} />;
  }
}

function NothingSelected(props: DetailPanelProps & { readonly gone: boolean }): ReactElement {
  const { gone, onClose } = props;
  return gone ? (
    <EmptyState
      icon="unknown"
      title="Not in what was read"
      actions={onClose && <Button onClick={onClose}>Close</Button>}
    >
      The address names something that is not here: it was deleted, belongs to another account, or its region
      was not read.
    </EmptyState>
  ) : (
    <EmptyState icon="graph" title="Nothing selected">
      Choose an instance, a profile or a role to see its whole chain.
    </EmptyState>
  );
}
