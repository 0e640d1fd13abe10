import type { Chain } from '../../graph/chain.ts';
import { chainOf } from '../../graph/chain-of.ts';
import type { Graph, NodeId } from '../../graph/graph.ts';
import { nodesOfChain } from '../chain-rows.ts';

/** The chains that a node is on. Of what is no link of a chain, such as a launch template, those that it leads to. */
export function chainsOfNode(graph: Graph, chains: readonly Chain[], node: NodeId): readonly Chain[] {
  const own = chains.filter((chain) => nodesOfChain(chain).includes(node));
  if (own.length > 0) return own;
  const lit = chainOf(graph, node).nodes;
  return chains.filter((chain) => {
    const [first] = nodesOfChain(chain);
    return first !== undefined && lit.has(first);
  });
}
