import type { Graph, InstanceNode, NodeId } from '../graph/graph.ts';
import { currentAssociation } from './attach-commands.ts';
import { isLiveState, nodesOf } from './lookup.ts';

/** Instances by what rules look for in their own records, each list in order of id. All but the stopped ones are live. */
export interface InstanceGroups {
  /** Stopped or stopping, with an association. */
  readonly stopped: readonly InstanceNode[];
  readonly withoutProfile: readonly InstanceNode[];
  readonly metadataOff: readonly InstanceNode[];
  /** With a profile and a metadata service that answers without a token (IMDSv1). */
  readonly tokenOptional: readonly InstanceNode[];
  /** With a profile, tokens required, and a hop limit that keeps containers out. */
  readonly oneHop: readonly InstanceNode[];
  /** Any but one association row that is there to stay. */
  readonly unsettled: readonly InstanceNode[];
  /** How many live instances use a profile, by its id; profiles without any are left out. */
  readonly liveUsers: ReadonlyMap<NodeId, number>;
  /** Profiles that a live instance with a public address uses. */
  readonly inPublic: ReadonlySet<NodeId>;
}

/** Sorted once for each graph: to reach the records of ten thousand instances takes longer than to judge them. */
const known = new WeakMap<Graph, InstanceGroups>();

export function instanceGroups(graph: Graph): InstanceGroups {
  const groups = known.get(graph) ?? sortInstances(graph);
  known.set(graph, groups);
  return groups;
}

function sortInstances(graph: Graph): InstanceGroups {
  const stopped: InstanceNode[] = [];
  const withoutProfile: InstanceNode[] = [];
  const metadataOff: InstanceNode[] = [];
  const tokenOptional: InstanceNode[] = [];
  const oneHop: InstanceNode[] = [];
  const unsettled: InstanceNode[] = [];
  const liveUsers = new Map<NodeId, number>();
  const inPublic = new Set<NodeId>();
  for (const instance of nodesOf(graph, 'instance')) {
    const { record } = instance;
    const state = record?.State;
    if (!isLiveState(state)) continue;
    if (!isSettled(instance)) unsettled.push(instance);
    if (isStopped(state) && currentAssociation(instance) !== undefined) stopped.push(instance);
    const options = record?.MetadataOptions;
    if (options?.HttpEndpoint === 'disabled') metadataOff.push(instance);
    // `uses` is the one kind of edge that leads away from an instance.
    const uses = graph.outgoing.get(instance.id);
    if (uses) for (const { to } of uses) liveUsers.set(to, (liveUsers.get(to) ?? 0) + 1);
    if (uses && publicAddress(instance) !== undefined) for (const { to } of uses) inPublic.add(to);
    if (!uses) {
      if (record !== undefined) withoutProfile.push(instance);
    } else if (options !== undefined && options.HttpEndpoint !== 'disabled') {
      if (options.HttpTokens === 'optional') tokenOptional.push(instance);
      else if (options.HttpTokens === 'required' && options.HttpPutResponseHopLimit === 1) {
        oneHop.push(instance);
      }
    }
  }
  return { stopped, withoutProfile, metadataOff, tokenOptional, oneHop, unsettled, liveUsers, inPublic };
}

/** An address by which the internet reaches the instance: IPv4 first. */
export function publicAddress({ record }: InstanceNode): string | undefined {
  return record?.PublicIpAddress ?? record?.Ipv6Addresses[0];
}

function isStopped(state: string | undefined): boolean {
  return state === 'stopped' || state === 'stopping';
}

/** One row, associated: as it nearly always is. */
function isSettled({ associations }: InstanceNode): boolean {
  return associations.length === 0 || (associations.length === 1 && associations[0]?.State === 'associated');
}
