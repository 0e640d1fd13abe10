import { DescribeLaunchTemplateVersionsCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toLaunchTemplateVersion } from './ec2-records.ts';

/**
 * The default and the latest version of every launch template of a region, 200 a page: AWS allows to leave out the template
 * when only these two are asked for. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeLaunchTemplateVersions.html
 */
export function describeLaunchTemplateVersions(client: EC2Client, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeLaunchTemplateVersionsCommand({
      Versions: ['$Default', '$Latest'],
      MaxResults: 200,
      NextToken,
    });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const launchTemplateVersions = (answer.LaunchTemplateVersions ?? [])
      .map((version) => toLaunchTemplateVersion(version, source))
      .filter(isPresent);
    return {
      part: { launchTemplateVersions },
      records: launchTemplateVersions.length,
      next: afterToken(answer.NextToken),
    };
  };
}
