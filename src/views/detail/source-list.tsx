import type { ReactElement } from 'react';
import type { NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { SOURCE_WORDS } from './facts.ts';
import { NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';
import { sourcesOf } from './relations.ts';

/** What launches instances with a profile or from a template. */
export function SourceList(props: {
  readonly node: NodeId;
  readonly onSelect: (node: NodeId) => void;
}): ReactElement | null {
  const { graph } = useWorkspace();
  const sources = sourcesOf(graph, props.node);
  if (sources.length === 0) return null;
  return (
    <PanelSection heading="Named by" count={sources.length}>
      {sources.map(({ node }) => (
        <NodeButton
          key={node.id}
          node={node}
          trailing={
            node.kind in SOURCE_WORDS ? SOURCE_WORDS[node.kind as keyof typeof SOURCE_WORDS] : undefined
          }
          onSelect={props.onSelect}
        />
      ))}
    </PanelSection>
  );
}
