import { groupBy } from '../base/index-by.ts';
import type { Finding, FindingId } from '../findings/finding.ts';
import { listChains } from '../graph/chains.ts';
import type { Graph, NodeId } from '../graph/graph.ts';
import { buildScene } from '../scene/build-scene.ts';
import type { Scene } from '../scene/scene.ts';

/** For each finding the same one of the other picture of the account: of one rule, about the same nodes. */
export function pairFindings(
  from: readonly Finding[],
  to: readonly Finding[],
  nodes: ReadonlyMap<NodeId, NodeId>,
): ReadonlyMap<FindingId, FindingId> {
  const partners = groupBy(to, (finding) => subject(finding, (node) => node));
  const pairs = new Map<FindingId, FindingId>();
  for (const finding of from) {
    const partner = partners.get(subject(finding, (node) => nodes.get(node) ?? node))?.shift();
    if (partner) pairs.set(finding.id, partner.id);
  }
  return pairs;
}

function subject({ rule, title, nodes }: Finding, to: (node: NodeId) => NodeId): string {
  return [rule, title, ...nodes.map(to).sort()].join('\n');
}

/** For each fold that can stand open the same one of the other picture: both hold the same nodes. */
export function pairFolds(
  from: Graph,
  to: Graph,
  nodes: ReadonlyMap<NodeId, NodeId>,
): ReadonlyMap<string, string> {
  const folded = folds(from);
  const partners = new Map(
    folds(to).flatMap(({ key, nodes: own }) => own.map((node) => [node, key] as const)),
  );
  const pairs = new Map<string, string>();
  for (const { key, nodes: own } of folded) {
    const partner = own.map((node) => partners.get(nodes.get(node) ?? node)).find(Boolean);
    if (partner !== undefined) pairs.set(key, partner);
  }
  return pairs;
}

function folds(graph: Graph): readonly { readonly key: string; readonly nodes: readonly NodeId[] }[] {
  const scene: Scene = buildScene(graph, listChains(graph), [], { openFolds: [] });
  return [...scene.marks.values()].flatMap(({ fold, nodes }) => (fold ? [{ key: fold.key, nodes }] : []));
}
