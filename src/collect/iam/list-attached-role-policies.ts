import { type IAMClient, ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam';
import type { AttachedPolicy } from '../../inventory/records.ts';
import { afterMarker, type FetchPage, type RecordScope, recordSource } from '../page.ts';
import { toAttachedPolicies } from './iam-records.ts';

/** The managed policies attached to one role; each page gives all so far. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html */
export function listAttachedRolePolicies(client: IAMClient, scope: RecordScope, RoleName: string): FetchPage {
  let attached: readonly AttachedPolicy[] = [];
  return async (Marker, abortSignal) => {
    const command = new ListAttachedRolePoliciesCommand({ RoleName, MaxItems: 1000, Marker });
    const answer = await client.send(command, { abortSignal });
    const more = toAttachedPolicies(answer.AttachedPolicies);
    attached = [...attached, ...more];
    return {
      part: { rolePolicies: [{ ...recordSource(scope), RoleName, AttachedPolicies: attached }] },
      records: more.length,
      next: afterMarker(answer.IsTruncated, answer.Marker),
    };
  };
}
