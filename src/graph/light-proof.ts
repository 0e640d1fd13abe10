import { chainOf, type LitChain } from './chain-of.ts';
import type { EdgeId, Graph, NodeId } from './graph.ts';

/** The chain of a node with all that a finding is about: a finding may span chains that share nothing. */
export function lightProof(
  graph: Graph,
  start: NodeId,
  proof: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] },
): LitChain {
  const chain = chainOf(graph, start);
  return {
    nodes: new Set([...chain.nodes, ...proof.nodes]),
    edges: new Set([...chain.edges, ...proof.edges]),
  };
}
