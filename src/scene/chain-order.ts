import type { Chain } from '../graph/chain.ts';
import type { Graph } from '../graph/graph.ts';
import { nodeTitle } from './mark-text.ts';
import { compareOrdered, labelKey, rankOf } from './order.ts';

/** Chains in the order of the picture: what is broken first, then by the name that each starts with. */
export function inPictureOrder(graph: Graph, chains: readonly Chain[]): readonly Chain[] {
  return chains
    .map((chain) => {
      const node = graph.nodes.get(chain.id);
      return { chain, id: chain.id, rank: rankOf(chain), key: labelKey(node ? nodeTitle(node) : chain.id) };
    })
    .sort(compareOrdered)
    .map(({ chain }) => chain);
}
