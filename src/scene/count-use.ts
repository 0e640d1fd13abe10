import type { Graph, NodeId } from '../graph/graph.ts';
import { instanceState } from './instance-state.ts';

/** How much is used, in the whole account, whatever a filter shows. Terminated instances use nothing any more. */
export interface UseCounts {
  readonly instancesOf: (profile: NodeId) => number;
  readonly ofRole: (role: NodeId) => { readonly profiles: number; readonly instances: number };
}

/** Counted once for each graph, as every mark of a profile or role tells it. */
const known = new WeakMap<Graph, UseCounts>();

export function countUse(graph: Graph): UseCounts {
  const counted = known.get(graph) ?? count(graph);
  known.set(graph, counted);
  return counted;
}

/** How many roles a policy gives permissions to, and how many it bounds. */
export function countPolicyUse(
  graph: Graph,
  policy: NodeId,
): { readonly has: number; readonly bounds: number } {
  const edges = graph.incoming.get(policy) ?? [];
  const has = edges.filter((edge) => edge.kind === 'has').length;
  return { has, bounds: edges.filter((edge) => edge.kind === 'bounds').length };
}

function count(graph: Graph): UseCounts {
  const instances = new Map<NodeId, number>();
  for (const edge of graph.edges) {
    if (edge.kind !== 'uses') continue;
    const user = graph.nodes.get(edge.from);
    const alive = user?.kind === 'instance' && instanceState(user) !== 'terminated';
    if (alive) instances.set(edge.to, (instances.get(edge.to) ?? 0) + 1);
  }
  const instancesOf = (profile: NodeId) => instances.get(profile) ?? 0;
  return {
    instancesOf,
    ofRole: (role) => {
      let profiles = 0;
      let users = 0;
      for (const edge of graph.incoming.get(role) ?? []) {
        if (edge.kind !== 'holds') continue;
        profiles += 1;
        users += instancesOf(edge.from);
      }
      return { profiles, instances: users };
    },
  };
}
