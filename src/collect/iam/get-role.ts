import { GetRoleCommand, type IAMClient } from '@aws-sdk/client-iam';
import { type FetchPage, isPresent, type RecordScope, recordSource } from '../page.ts';
import { toRole } from './iam-records.ts';

/** One role with boundary, tags and last use. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html */
export function getRole(client: IAMClient, scope: RecordScope, RoleName: string): FetchPage {
  return async (_token, abortSignal) => {
    const { Role } = await client.send(new GetRoleCommand({ RoleName }), { abortSignal });
    const roles = [Role && toRole(Role, recordSource(scope), 'full')].filter(isPresent);
    return { part: { roles }, records: roles.length, next: { kind: 'end' } };
  };
}
