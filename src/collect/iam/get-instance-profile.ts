import { GetInstanceProfileCommand, type IAMClient } from '@aws-sdk/client-iam';
import { type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toInstanceProfile } from './iam-records.ts';

/** One instance profile by its name; that it is gone is an answer too. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html */
export function getInstanceProfile(
  client: IAMClient,
  scope: RecordScope,
  InstanceProfileName: string,
): FetchPage {
  return async (_token, abortSignal) => {
    const command = new GetInstanceProfileCommand({ InstanceProfileName });
    const { InstanceProfile } = await client.send(command, { abortSignal });
    const instanceProfiles = [
      InstanceProfile && toInstanceProfile(InstanceProfile, recordSource(scope), 'full'),
    ].filter(isPresent);
    return { part: { instanceProfiles }, records: instanceProfiles.length, next: { kind: 'end' } };
  };
}
