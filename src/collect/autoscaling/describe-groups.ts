import { type AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toAutoScalingGroup } from './autoscaling-records.ts';

/** All Auto Scaling groups of a region, 100 a page. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeAutoScalingGroups.html */
export function describeGroups(client: AutoScalingClient, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeAutoScalingGroupsCommand({ MaxRecords: 100, NextToken });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const autoScalingGroups = (answer.AutoScalingGroups ?? [])
      .map((group) => toAutoScalingGroup(group, source))
      .filter(isPresent);
    return {
      part: { autoScalingGroups },
      records: autoScalingGroups.length,
      next: afterToken(answer.NextToken),
    };
  };
}
