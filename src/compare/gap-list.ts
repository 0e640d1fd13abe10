import { compareText } from '../base/compare.ts';
import type { GraphNode, NodeId } from '../graph/graph.ts';
import type { CannotTell, Gap } from './comparison.ts';

/** Gathers what cannot be told, by the read that is lacking. */
export class GapList {
  readonly #groups = new Map<string, { readonly gap: Gap; readonly nodes: Set<NodeId> }>();
  readonly #nodes = new Set<NodeId>();

  /** Notes that nobody can tell of this thing. Gives no change, as there is none to speak of. */
  add(gap: Gap, node: GraphNode): readonly [] {
    this.note(gap).add(node.id);
    this.#nodes.add(node.id);
    return [];
  }

  /** Notes that a read is lacking, whether or not anything hangs on it. */
  note(gap: Gap): Set<NodeId> {
    const { side, call, accountId = '', region = '', accountMissing } = gap;
    // All that one side never heard of an account is one thing to say.
    const key = accountMissing ? `${side} ${accountId}` : `${side} ${accountId} ${region} ${call}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known.nodes;
    const nodes = new Set<NodeId>();
    this.#groups.set(key, { gap, nodes });
    return nodes;
  }

  has(node: NodeId): boolean {
    return this.#nodes.has(node);
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** Those that most hangs on first. */
  list(): readonly CannotTell[] {
    return Array.from(this.#groups, ([key, { gap, nodes }]) => ({
      key,
      gap,
      nodes: [...nodes].sort(compareText),
    }))
      .sort((a, b) => b.nodes.length - a.nodes.length || compareText(a.key, b.key))
      .map(({ gap, nodes }) => ({ gap, nodes }));
  }
}
