import { GetPolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import { bareName } from '../../base/arn.ts';
import { toArn } from '../../inventory/ids.ts';
import { type FetchPage, type RecordScope, recordSource } from '../page.ts';

/** Which version of a managed policy is in force. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html */
export function getPolicy(client: IAMClient, scope: RecordScope, PolicyArn: string): FetchPage {
  return async (_token, abortSignal) => {
    const { Policy } = await client.send(new GetPolicyCommand({ PolicyArn }), { abortSignal });
    const managedPolicies =
      Policy?.DefaultVersionId === undefined
        ? []
        : [
            {
              ...recordSource(scope),
              PolicyArn: toArn(PolicyArn),
              PolicyName: Policy.PolicyName ?? bareName(PolicyArn),
              VersionId: Policy.DefaultVersionId,
              IsDefaultVersion: true,
            },
          ];
    return { part: { managedPolicies }, records: managedPolicies.length, next: { kind: 'end' } };
  };
}
