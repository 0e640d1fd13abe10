import { type ReactElement, useCallback } from 'react';
import { chainOf } from '../../graph/chain-of.ts';
import type { NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { GraphPicture } from './graph-picture.tsx';
import { NoChains } from './no-chains.tsx';

/** The chains that search and filters let through, as a picture. */
export function GraphView(): ReactElement {
  const { graph, chains, scene, view, commands } = useWorkspace();
  const light = useCallback((node: NodeId) => chainOf(graph, node), [graph]);
  if (scene.marks.size === 0) return <NoChains total={chains.length} />;
  return (
    <GraphPicture
      scene={scene}
      selected={view.selected}
      chainOf={light}
      onSelect={commands.select}
      onToggleFold={commands.toggleFold}
    />
  );
}
