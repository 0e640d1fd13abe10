import { type IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import { afterMarker, type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toRole } from './iam-records.ts';

/** All roles, up to 1,000 a page, without boundary, tags and last use. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export function listRoles(client: IAMClient, scope: RecordScope): FetchPage {
  return async (Marker, abortSignal) => {
    const answer = await client.send(new ListRolesCommand({ MaxItems: 1000, Marker }), { abortSignal });
    const source = recordSource(scope);
    const roles = (answer.Roles ?? []).map((role) => toRole(role, source, 'listed')).filter(isPresent);
    return { part: { roles }, records: roles.length, next: afterMarker(answer.IsTruncated, answer.Marker) };
  };
}
