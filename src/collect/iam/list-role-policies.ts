import { type IAMClient, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import { afterMarker, type FetchPage, type RecordScope, recordSource } from '../page.ts';

/** The names of a role's inline policies; each page gives all so far. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html */
export function listRolePolicies(client: IAMClient, scope: RecordScope, RoleName: string): FetchPage {
  let names: readonly string[] = [];
  return async (Marker, abortSignal) => {
    const command = new ListRolePoliciesCommand({ RoleName, MaxItems: 1000, Marker });
    const answer = await client.send(command, { abortSignal });
    const more = answer.PolicyNames ?? [];
    names = [...names, ...more];
    return {
      part: { rolePolicies: [{ ...recordSource(scope), RoleName, InlinePolicyNames: names }] },
      records: more.length,
      next: afterMarker(answer.IsTruncated, answer.Marker),
    };
  };
}
