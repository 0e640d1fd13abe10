import { type ReactElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { diagnose } from '../../src/findings/diagnose.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { chainOf } from '../../src/graph/chain-of.ts';
import { listChains } from '../../src/graph/chains.ts';
import type { NodeId } from '../../src/graph/graph.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { buildScene } from '../../src/scene/build-scene.ts';
import { NO_FILTER } from '../../src/scene/chain-filter.ts';
import { filterChains } from '../../src/scene/filter-chains.ts';
import { GraphPicture } from '../../src/views/graph/graph-picture.tsx';
import { type Drawer, drawn, painted } from './protocol.ts';

/** The product: from the inventory through graph, findings and scene to the picture, all of it timed. */
export const rolewireDrawer: Drawer = (inventory, view, into) => {
  const root = createRoot(into);
  return async () => {
    root.render(<Picture inventory={inventory} />);
    await drawn(into, '[data-mark]');
    if (view === 'near') return;
    await painted();
    const mark = into.querySelector('[data-mark]');
    mark?.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
  };
};

function Picture({ inventory }: { readonly inventory: Inventory }): ReactElement {
  const [{ graph, scene }] = useState(() => {
    const built = buildGraph(inventory);
    const findings = diagnose(built);
    const { chains } = filterChains(built, listChains(built), NO_FILTER);
    return { graph: built, scene: buildScene(built, chains, findings, { openFolds: [] }) };
  });
  const [selected, select] = useState<NodeId>();
  return (
    <GraphPicture
      scene={scene}
      selected={selected}
      chainOf={(node) => chainOf(graph, node)}
      onSelect={select}
      onToggleFold={() => undefined}
    />
  );
}
