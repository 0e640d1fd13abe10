import type { Graph, InstanceNode } from '../graph/graph.ts';
import { currentAssociation } from './attach-commands.ts';
import { hasProfile, isLive, nodesOf } from './lookup.ts';

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
  for (const instance of nodesOf(graph, 'instance')) {
    if (!isLive(instance)) continue;
    const { record } = instance;
    if (!isSettled(instance)) unsettled.push(instance);
    if (isStopped(record?.State) && currentAssociation(instance) !== undefined) stopped.push(instance);
    const options = record?.MetadataOptions;
    if (options?.HttpEndpoint === 'disabled') metadataOff.push(instance);
    if (!hasProfile(graph, instance)) {
      if (record !== undefined) withoutProfile.push(instance);
    } else if (options !== undefined && options.HttpEndpoint !== 'disabled') {
      if (options.HttpTokens === 'optional') tokenOptional.push(instance);
      else if (options.HttpTokens === 'required' && options.HttpPutResponseHopLimit === 1) {
        oneHop.push(instance);
      }
    }
  }
  return { stopped, withoutProfile, metadataOff, tokenOptional, oneHop, unsettled };
}

function isStopped(state: string | undefined): boolean {
  return state === 'stopped' || state === 'stopping';
}

/** One row, associated: as it nearly always is. */
function isSettled({ associations }: InstanceNode): boolean {
  return associations.length === 0 || (associations.length === 1 && associations[0]?.State === 'associated');
}
