import { partitionById } from '../base/partitions.ts';
import type { GraphNode } from './graph.ts';

/**
 * The AWS console's page for a node, in its partition and region; `undefined` when there is none: for instance profiles
 * (the console has no page for them), for things that are not there, and where partition or region is not known.
 */
export function consoleLink(node: GraphNode): string | undefined {
  const host = partitionById(partitionOf(node))?.consoleHost;
  if (host === undefined || node.ghost !== undefined) return undefined;
  switch (node.kind) {
    case 'instance':
      return regionalPage(
        host,
        node.region,
        `InstanceDetails:instanceId=${encodeURIComponent(node.instanceId)}`,
      );
    case 'role':
      return `https://${host}/iam/home#/roles/details/${encodeURIComponent(node.name)}`;
    case 'launch-template': {
      const id = node.record && 'LaunchTemplateId' in node.record ? node.record.LaunchTemplateId : undefined;
      return (
        id &&
        regionalPage(host, node.region, `LaunchTemplateDetails:launchTemplateId=${encodeURIComponent(id)}`)
      );
    }
    case 'auto-scaling-group':
      return regionalPage(host, node.region, `AutoScalingGroupDetails:id=${encodeURIComponent(node.label)}`);
    default:
      return undefined;
  }
}

function regionalPage(host: string, region: string | undefined, hash: string): string | undefined {
  if (region === undefined) return undefined;
  return `https://${host}/ec2/home?region=${encodeURIComponent(region)}#${hash}`;
}

function partitionOf(node: GraphNode): string | undefined {
  return node.partition ?? node.arn?.split(':')[1];
}
