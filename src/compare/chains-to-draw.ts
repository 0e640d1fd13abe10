import { compareText } from '../base/compare.ts';
import type { Chain } from '../graph/chain.ts';
import type { EdgeId, Graph, GraphNode, NodeId } from '../graph/graph.ts';
import type { ChangeMark } from './comparison.ts';
import type { DrawingInput } from './drawing-of.ts';

interface Marked {
  readonly graph: Graph;
  readonly changeOf: ReadonlyMap<NodeId, ChangeMark>;
  readonly linkChangeOf: ReadonlyMap<EdgeId, ChangeMark>;
}

/**
 * The later chains, the earlier ones of what was removed or could not be read again, and one for each thing that would have no
 * place else. In order of id, as chains are.
 */
export function chainsToDraw({ chains, earlier, later }: DrawingInput, marked: Marked): readonly Chain[] {
  const { graph, changeOf } = marked;
  const drawn = new Map(chains.later);
  const links = new Set([...graph.edges, ...(graph.former ?? [])].map((edge) => edge.id));
  for (const [id, mark] of changeOf) {
    const node = graph.nodes.get(id);
    const chain = chains.earlier.get(id);
    if (chain === undefined || node === undefined) continue;
    const over = node.kind === 'instance' && mark === 'removed';
    if (over || !later.graph.nodes.has(id)) drawn.set(id, asItWas(chain, mark, graph, links));
  }
  for (const node of homeless(graph, changeOf, [...drawn.values()]))
    drawn.set(node.id, loneChain(graph, node));
  return Array.from(drawn.values(), (chain) => withChange(chain, marked, earlier.graph)).sort((a, b) =>
    compareText(a.id, b.id),
  );
}

/** What no longer is has no status; an instance without a profile stays one. A ghost of that time is not drawn again. */
function asItWas(chain: Chain, mark: ChangeMark, graph: Graph, links: ReadonlySet<EdgeId>): Chain {
  const why =
    mark === 'removed'
      ? 'removed: the earlier read has it, the later one does not'
      : 'cannot tell: the later read did not come so far';
  const kept = (id: NodeId | undefined) => (id !== undefined && graph.nodes.has(id) ? id : undefined);
  const profile = kept(chain.profile);
  const role = profile === undefined && chain.profile !== undefined ? undefined : kept(chain.role);
  const edges = chain.edges.filter((id) => links.has(id));
  const status = chain.status === 'no-profile' ? 'no-profile' : 'unknown';
  return { ...chain, profile, role, edges, status, why };
}

/** Profiles and roles with a mark, or at the end of a former link, that stand in no chain and beside none. */
function homeless(
  graph: Graph,
  changeOf: ReadonlyMap<NodeId, ChangeMark>,
  chains: readonly Chain[],
): readonly GraphNode[] {
  const housed = new Set(chains.flatMap(({ instance, profile, role }) => [instance, profile, role]));
  const former = graph.former ?? [];
  for (const kind of ['uses', 'holds'] as const)
    for (const edge of former) if (edge.kind === kind && housed.has(edge.from)) housed.add(edge.to);
  const wanted = new Set([...changeOf.keys(), ...former.map((edge) => edge.to)]);
  return [...wanted].flatMap((id) => {
    const node = graph.nodes.get(id);
    const hasPlace = node === undefined || housed.has(id);
    return hasPlace || (node.kind !== 'profile' && node.kind !== 'role') ? [] : [node];
  });
}

function loneChain(graph: Graph, node: GraphNode): Chain {
  const holds = (graph.outgoing.get(node.id) ?? []).find((edge) => edge.kind === 'holds');
  return {
    id: node.id,
    ...(node.kind === 'profile' ? { profile: node.id, role: holds?.to } : { role: node.id }),
    edges: holds === undefined ? [] : [holds.id],
    status: 'unknown',
    why: 'it is part of what changed',
    namesDiffer: false,
    accountId: node.accountId,
  };
}

function withChange(chain: Chain, { graph, changeOf, linkChangeOf }: Marked, earlier: Graph): Chain {
  const own = changeOf.get(chain.id);
  if (own !== undefined && own !== 'changed') return { ...chain, change: own };
  const ids = [chain.instance, chain.profile, chain.role].filter((id) => id !== undefined);
  const marks = ids.map((id) => changeOf.get(id));
  const links = chain.edges.map((id) => linkChangeOf.get(id));
  const lost = ids.some((id) =>
    (earlier.outgoing.get(id) ?? []).some((edge) => linkChangeOf.get(edge.id) === 'removed'),
  );
  if (lost || [...marks, ...links].some((mark) => mark !== undefined && mark !== 'unknown'))
    return { ...chain, change: 'changed' };
  return marks.includes('unknown') && graph.nodes.has(chain.id) ? { ...chain, change: 'unknown' } : chain;
}
