import { chainOf, type LitChain } from './chain-of.ts';
import type { EdgeId, Graph, NodeId } from './graph.ts';

/**
 * What a finding is about, with the chains of its subjects: of `start` and of the other nodes of the same kind, which may
 * share nothing with it.
 */
export function lightProof(
  graph: Graph,
  start: NodeId,
  proof: { readonly nodes: readonly NodeId[]; readonly edges: readonly EdgeId[] },
): LitChain {
  const kind = graph.nodes.get(start)?.kind;
  const subjects = proof.nodes.filter((node) => graph.nodes.get(node)?.kind === kind);
  const chains = [...new Set([start, ...subjects])].map((node) => chainOf(graph, node));
  return {
    nodes: new Set([...chains.flatMap((chain) => [...chain.nodes]), ...proof.nodes]),
    edges: new Set([...chains.flatMap((chain) => [...chain.edges]), ...proof.edges]),
  };
}
