import { DescribeRegionsCommand, type EC2Client } from '@aws-sdk/client-ec2';
import { toRegion } from '../../inventory/ids.ts';
import type { RegionRecord } from '../../inventory/records.ts';
import { type FetchPage, type RecordScope, recordSource } from '../page.ts';

/** The regions that are enabled for the account; AWS gives them in one page. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
export function describeRegions(client: EC2Client, scope: RecordScope): FetchPage {
  return async (_token, abortSignal) => {
    const answer = await client.send(new DescribeRegionsCommand({}), { abortSignal });
    const source = recordSource(scope);
    const regions = (answer.Regions ?? []).flatMap(({ RegionName, OptInStatus }): RegionRecord[] =>
      RegionName === undefined ? [] : [{ ...source, RegionName: toRegion(RegionName), OptInStatus }],
    );
    return { part: { regions }, records: regions.length, next: { kind: 'end' } };
  };
}
