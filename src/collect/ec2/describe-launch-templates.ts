import { DescribeLaunchTemplatesCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toLaunchTemplate } from './ec2-records.ts';

/** All launch templates of a region, 200 a page, the most that AWS allows. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplates.html */
export function describeLaunchTemplates(client: EC2Client, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeLaunchTemplatesCommand({ MaxResults: 200, NextToken });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const launchTemplates = (answer.LaunchTemplates ?? [])
      .map((template) => toLaunchTemplate(template, source))
      .filter(isPresent);
    return { part: { launchTemplates }, records: launchTemplates.length, next: afterToken(answer.NextToken) };
  };
}
