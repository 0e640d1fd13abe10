import { type ReactElement, useState } from 'react';
import type { InstanceNode, NodeId } from '../../graph/graph.ts';
import { Button } from '../../ui/button.tsx';
import { InstanceTrailing, NodeButton } from './node-button.tsx';
import { PanelSection } from './panel-section.tsx';

const FIRST = 20;
const MORE = 500;

export interface InstanceListProps {
  readonly heading: string;
  readonly instances: readonly InstanceNode[];
  readonly onSelect: (node: NodeId) => void;
}

/** Instances by name: the first twenty, and more when asked. Give it a key per subject, so that it starts short again. */
export function InstanceList({ heading, instances, onSelect }: InstanceListProps): ReactElement | null {
  const [limit, setLimit] = useState(FIRST);
  if (instances.length === 0) return null;
  const hidden = instances.length - limit;
  return (
    <PanelSection heading={heading} count={instances.length}>
      <ul>
        {instances.slice(0, limit).map((node) => (
          <li key={node.id}>
            <NodeButton node={node} trailing={<InstanceTrailing node={node} />} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="bare" size="small" className="mt-1" onClick={() => setLimit(limit + MORE)}>
          {hidden > MORE ? `Show ${MORE} more of ${hidden}` : `Show all ${instances.length}`}
        </Button>
      )}
    </PanelSection>
  );
}
