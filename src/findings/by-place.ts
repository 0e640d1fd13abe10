import { groupBy } from '../base/index-by.ts';
import type { InstanceNode } from '../graph/graph.ts';
import { listNodes } from './words.ts';

/** Instances of one account and region: commands are given per region, so findings on many instances are too. */
export interface Place {
  /** `<account>:<region>`, for the id of a finding. */
  readonly key: string;
  readonly region: InstanceNode['region'];
  readonly accountId: InstanceNode['accountId'];
  readonly instances: readonly InstanceNode[];
}

/** Groups instances by account and region, in the order they came. */
export function byPlace(instances: Iterable<InstanceNode>): readonly Place[] {
  const groups = groupBy(instances, (instance) => `${instance.accountId ?? ''}:${instance.region ?? ''}`);
  return [...groups].map(([key, group]) => ({
    key,
    region: group[0]?.region,
    accountId: group[0]?.accountId,
    instances: group,
  }));
}

/** `web-1` alone, or "3 instances (`a`, `b` and `c`)", with the region if there are several. */
export function placeWords({ instances, region }: Place): string {
  const names = listNodes(instances);
  if (instances.length === 1) return names;
  return `${instances.length} instances${region === undefined ? '' : ` in ${region}`} (${names})`;
}
