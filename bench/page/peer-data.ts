import { buildGraph } from '../../src/graph/build-graph.ts';
import { listChains } from '../../src/graph/chains.ts';
import type { Inventory } from '../../src/inventory/inventory.ts';
import { buildScene } from '../../src/scene/build-scene.ts';
import { NO_FILTER } from '../../src/scene/chain-filter.ts';
import { filterChains } from '../../src/scene/filter-chains.ts';
import type { Mark, Scene, Wire } from '../../src/scene/scene.ts';

/** What the other libraries draw. They fold nothing, so every node is there, at the place that our own layout gives it. */
export interface PeerData {
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
  readonly width: number;
  readonly height: number;
}

/** The same graph with every fold open. Made before the clock starts: the others are spared linking and layout. */
export function peerData(inventory: Inventory): PeerData {
  const graph = buildGraph(inventory);
  const { chains } = filterChains(graph, listChains(graph), NO_FILTER);
  let scene: Scene = buildScene(graph, chains, [], { openFolds: [] });
  for (let known = -1; known !== scene.marks.size; ) {
    known = scene.marks.size;
    const openFolds = [...scene.marks.values()].flatMap((mark) => mark.fold?.key ?? []);
    scene = buildScene(graph, chains, [], { openFolds });
  }
  const marks = [...scene.marks.values()].filter((mark) => !mark.fold);
  return { marks, wires: scene.wires, width: scene.width, height: scene.height };
}

/** The zoom at which all of it is in view. */
export function zoomFor(data: PeerData, into: HTMLElement): number {
  return Math.min(into.clientWidth / data.width, into.clientHeight / data.height);
}
