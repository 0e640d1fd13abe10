import { type ReactElement, useState } from 'react';
import type { Graph, GraphNode, NodeId } from '../../graph/graph.ts';
import type { Scene } from '../../scene/scene.ts';
import { Button } from '../../ui/button.tsx';
import { InstanceTrailing, NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';

const FIRST = 6;
const MORE = 500;

export interface StackNoteProps {
  readonly scene: Scene;
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly onSelect: (node: NodeId) => void;
}

/** When the picture draws a node folded together with its like: the members of that stack. */
export function StackNote({ scene, graph, node, onSelect }: StackNoteProps): ReactElement | null {
  const [limit, setLimit] = useState(FIRST);
  const markId = scene.markOf.get(node.id);
  const mark = markId && scene.marks.get(markId);
  if (!mark?.fold || mark.nodes.length < 2) return null;
  const others = mark.nodes.filter((id) => id !== node.id);
  const hidden = others.length - limit;
  return (
    <PanelSection heading={`Folded with its like: ${mark.title.full}`} count={mark.nodes.length}>
      <ul>
        {others.slice(0, limit).map((id) => {
          const member = graph.nodes.get(id);
          return (
            member && (
              <li key={id}>
                <NodeButton node={member} trailing={<InstanceTrailing node={member} />} onSelect={onSelect} />
              </li>
            )
          );
        })}
      </ul>
      {hidden > 0 && (
        <Button kind="bare" size="small" className="mt-1" onClick={() => setLimit(limit + MORE)}>
          {hidden > MORE ? `Show ${MORE} more of ${hidden}` : `Show all ${others.length}`}
        </Button>
      )}
    </PanelSection>
  );
}
