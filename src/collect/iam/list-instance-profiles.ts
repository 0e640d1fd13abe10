import { type IAMClient, ListInstanceProfilesCommand } from '@aws-sdk/client-iam';
import { afterMarker, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toInstanceProfile } from './iam-records.ts';

/** All instance profiles with their roles, up to 1,000 a page. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html */
export function listInstanceProfiles(client: IAMClient, scope: RecordScope): FetchPage {
  return async (Marker, abortSignal) => {
    const command = new ListInstanceProfilesCommand({ MaxItems: 1000, Marker });
    const answer = await client.send(command, { abortSignal });
    const source = recordSource(scope);
    const instanceProfiles = (answer.InstanceProfiles ?? [])
      .map((profile) => toInstanceProfile(profile, source))
      .filter(isPresent);
    return {
      part: { instanceProfiles },
      records: instanceProfiles.length,
      next: afterMarker(answer.IsTruncated, answer.Marker),
    };
  };
}
