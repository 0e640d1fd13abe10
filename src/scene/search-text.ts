import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import type { Tag } from '../inventory/records.ts';

/** Built once for each graph, as every key typed searches it. */
const textsOf = new WeakMap<Graph, ReadonlyMap<NodeId, string>>();

/**
 * The nodes that hold a term in their name, id, ARN, IP address, DNS name or tags (`key=value`). `term` is lower case.
 */
export function nodesMatching(graph: Graph, term: string): ReadonlySet<NodeId> {
  const matching = new Set<NodeId>();
  for (const [id, text] of searchTexts(graph)) if (text.includes(term)) matching.add(id);
  return matching;
}

function searchTexts(graph: Graph): ReadonlyMap<NodeId, string> {
  const known = textsOf.get(graph);
  if (known) return known;
  const texts = new Map<NodeId, string>();
  for (const node of graph.nodes.values()) texts.set(node.id, searchText(node));
  textsOf.set(graph, texts);
  return texts;
}

function searchText(node: GraphNode): string {
  const parts = [node.label, node.arn, ...ownFields(node)];
  return parts.filter(Boolean).join('\n').toLowerCase();
}

function ownFields(node: GraphNode): readonly (string | undefined)[] {
  switch (node.kind) {
    case 'instance': {
      const { record } = node;
      return [
        node.instanceId,
        record?.PrivateIpAddress,
        record?.PublicIpAddress,
        ...(record?.Ipv6Addresses ?? []),
        record?.PrivateDnsName,
        record?.PublicDnsName,
        ...tagTexts(record?.Tags),
      ];
    }
    case 'profile':
      return [node.name, node.profileId, ...tagTexts(node.record?.Tags)];
    case 'role':
      return [node.name, node.roleId, ...tagTexts(node.record?.Tags)];
    default:
      return [];
  }
}

function tagTexts(tags: readonly Tag[] | undefined): readonly string[] {
  return (tags ?? []).map((tag) => `${tag.Key}=${tag.Value}`);
}
