import type { ReactElement } from 'react';
import type { GraphNode, NodeId, SourceNode } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { FactGroups } from './fact-groups.tsx';
import { sourceFacts } from './facts.ts';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { targetsOf } from './relations.ts';
import { SourceList } from './source-list.tsx';

export interface OtherDetailProps {
  readonly node: GraphNode;
  readonly onSelect: (node: NodeId) => void;
}

/** What launches instances, and everything else that only findings speak of. */
export function OtherDetail({ node, onSelect }: OtherDetailProps): ReactElement {
  const { graph } = useWorkspace();
  const targets = targetsOf(graph, node.id);
  return (
    <>
      {targets.length > 0 && (
        <PanelSection heading={node.kind === 'auto-scaling-group' ? 'Launches from' : 'Names the profile'}>
          {targets.map((link) => (
            <NodeButton key={link.edge.id} node={link.node} onSelect={onSelect} />
          ))}
        </PanelSection>
      )}
      <SourceList node={node.id} onSelect={onSelect} />
      {isSource(node) && <FactGroups groups={sourceFacts(node)} />}
    </>
  );
}

function isSource(node: GraphNode): node is SourceNode {
  return (
    node.kind === 'launch-template' ||
    node.kind === 'launch-configuration' ||
    node.kind === 'auto-scaling-group' ||
    node.kind === 'environment'
  );
}
