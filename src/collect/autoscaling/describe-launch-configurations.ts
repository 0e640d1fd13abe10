import { type AutoScalingClient, DescribeLaunchConfigurationsCommand } from '@aws-sdk/client-auto-scaling';
import { afterToken, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toLaunchConfiguration } from './autoscaling-records.ts';

/** All launch configurations of a region, 100 a page. https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeLaunchConfigurations.html */
export function describeLaunchConfigurations(client: AutoScalingClient, scope: RecordScope): FetchPage {
  return async (NextToken, abortSignal) => {
    const command = new DescribeLaunchConfigurationsCommand({ MaxRecords: 100, NextToken });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const launchConfigurations = (answer.LaunchConfigurations ?? [])
      .map((configuration) => toLaunchConfiguration(configuration, source))
      .filter(isPresent);
    return {
      part: { launchConfigurations },
      records: launchConfigurations.length,
      next: afterToken(answer.NextToken),
    };
  };
}
