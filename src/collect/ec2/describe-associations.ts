import { DescribeIamInstanceProfileAssociationsCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toAssociation } from './ec2-records.ts';

/** All profile associations of a region, 1,000 a page. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeIamInstanceProfileAssociations.html */
export function describeAssociations(client: EC2Client, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeIamInstanceProfileAssociationsCommand({ MaxResults: 1000, NextToken });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const associations = (answer.IamInstanceProfileAssociations ?? [])
      .map((association) => toAssociation(association, source))
      .filter(isPresent);
    return { part: { associations }, records: associations.length, next: afterToken(answer.NextToken) };
  };
}
