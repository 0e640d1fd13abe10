import { GetRolePolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { type FetchPage, type RecordScope, recordSource } from '../page.ts';

/** The document of one inline policy of a role. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html */
export function getRolePolicy(
  client: IAMClient,
  scope: RecordScope,
  RoleName: string,
  PolicyName: string,
): FetchPage {
  return async (_token, abortSignal) => {
    const command = new GetRolePolicyCommand({ RoleName, PolicyName });
    const { PolicyDocument } = await client.send(command, { abortSignal });
    if (PolicyDocument === undefined) return { part: {}, records: 0, next: { kind: 'end' } };
    const InlinePolicies = [{ PolicyName, PolicyDocument }];
    return {
      part: { rolePolicies: [{ ...recordSource(scope), RoleName, InlinePolicies }] },
      records: 1,
      next: { kind: 'end' },
    };
  };
}
