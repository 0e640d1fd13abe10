import { DescribeInstancesCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toInstance } from './ec2-records.ts';

/** All instances of a region, 1,000 a page. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html */
export function describeInstances(client: EC2Client, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeInstancesCommand({ MaxResults: 1000, NextToken });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const instances = (answer.Reservations ?? []).flatMap(({ OwnerId, Instances }) =>
      (Instances ?? []).map((instance) => toInstance(instance, OwnerId, source)).filter(isPresent),
    );
    return { part: { instances }, records: instances.length, next: afterToken(answer.NextToken) };
  };
}
