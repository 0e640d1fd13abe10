import { type ReactElement, useCallback, useEffect } from 'react';
import { chainOf } from '../../graph/chain-of.ts';
import type { NodeId } from '../../graph/graph.ts';
import { lightProof } from '../../graph/light-proof.ts';
import { keepProof, useShownProof } from '../../state/shown-proof.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { GraphPicture } from './graph-picture.tsx';
import { NoChains } from './no-chains.tsx';

/** The chains that search and filters let through, as a picture. */
export function GraphView(): ReactElement {
  const { graph, chains, scene, view, commands } = useWorkspace();
  const proof = useShownProof();
  const light = useCallback(
    (node: NodeId) =>
      proof?.selected === node ? lightProof(graph, node, proof.finding) : chainOf(graph, node),
    [graph, proof],
  );
  useEffect(() => {
    if (proof !== undefined && proof.selected !== view.selected) keepProof(undefined);
  }, [proof, view.selected]);
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
