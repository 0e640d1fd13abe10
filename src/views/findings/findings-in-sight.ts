import { nodesOfChain } from '../../export/chain-rows.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Chain } from '../../graph/chain.ts';
import type { NodeId } from '../../graph/graph.ts';

/**
 * The findings that belong to what search and filters show: those that touch a shown chain, and those that touch no chain
 * at all (an account's quota), which no filter of chains can speak for.
 */
export function findingsInSight(
  findings: readonly Finding[],
  chains: readonly Chain[],
  shown: readonly Chain[],
): readonly Finding[] {
  if (shown.length === chains.length) return findings;
  const onChains = nodesOf(chains);
  const onShown = nodesOf(shown);
  return findings.filter(
    (finding) =>
      finding.nodes.some((node) => onShown.has(node)) || !finding.nodes.some((node) => onChains.has(node)),
  );
}

function nodesOf(chains: readonly Chain[]): ReadonlySet<NodeId> {
  const nodes = new Set<NodeId>();
  for (const chain of chains) for (const node of nodesOfChain(chain)) nodes.add(node);
  return nodes;
}
