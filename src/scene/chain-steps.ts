import type { Finding } from '../findings/finding.ts';
import type { Chain } from '../graph/chain.ts';
import type { Graph, GraphEdge, NodeId } from '../graph/graph.ts';
import { CARD_HEIGHT } from './geometry.ts';
import { nodeDraft } from './mark-drafts.ts';
import type { Changes, ColumnKind, Mark, Wire } from './scene.ts';
import { SceneMark } from './scene-mark.ts';

/** One link of a chain read from top to bottom, and the words on the way to the next. */
export interface ChainStep {
  readonly node: NodeId;
  readonly mark: Mark;
  readonly link?: LinkWords | undefined;
}

export interface LinkWords {
  readonly tone: Wire['tone'];
  /** "uses the profile", "holds the role". */
  readonly words: string;
  /** Why it isn't confirmed, or that the names differ. */
  readonly note?: string | undefined;
}

/** The marks of one chain under each other, as wide as the screen, for screens that no column fits beside another. */
export function chainSteps(
  graph: Graph,
  chain: Chain,
  worst: ReadonlyMap<NodeId, Finding>,
  width: number,
  changes?: Changes,
): readonly ChainStep[] {
  const context = { graph, worst, changes, width: () => width };
  return COLUMNS.flatMap((column): readonly ChainStep[] => {
    const id = chain[column];
    const node = id && graph.nodes.get(id);
    if (!node) return [];
    const place = { column, x: 0, y: 0, width, height: CARD_HEIGHT };
    const mark = new SceneMark(nodeDraft(context, column, node), place);
    return [{ node: node.id, mark, link: linkFrom(graph, chain, node.id) }];
  });
}

const COLUMNS = ['instance', 'profile', 'role'] as const satisfies readonly ColumnKind[];

/** The chain's own link; of a chain with no link at all, why it has none. */
function linkFrom(graph: Graph, chain: Chain, from: NodeId): LinkWords | undefined {
  const edge = graph.outgoing.get(from)?.find((each) => chain.edges.includes(each.id));
  if (edge) {
    const notes = [edge.why ?? differ(edge), before(graph, edge)].filter((note) => note !== undefined);
    return { tone: edge.status, words: WORDS[edge.kind], note: notes.join('; ') || undefined };
  }
  if (from !== chain.instance || chain.edges.length > 0 || chain.why === undefined) return undefined;
  return { tone: chain.status === 'broken' ? 'broken' : 'unknown', words: chain.why };
}

const WORDS: Readonly<Record<GraphEdge['kind'], string>> = {
  uses: 'uses the profile',
  holds: 'holds the role',
  names: 'names the profile',
  launches: 'launches from',
  passes: 'passes the role',
  has: 'has the policy',
  bounds: 'is bounded by',
};

/** What it led to in the earlier of two reads that are compared. */
function before({ former = [], nodes }: Graph, { kind, from }: GraphEdge): string | undefined {
  const was = former.find((link) => link.kind === kind && link.from === from);
  return was && `before, ${nodes.get(was.to)?.label ?? was.to}`;
}

function differ(edge: GraphEdge): string | undefined {
  return edge.namesDiffer ? 'their names differ' : undefined;
}
