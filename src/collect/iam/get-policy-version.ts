import { GetPolicyVersionCommand, type IAMClient } from '@aws-sdk/client-iam';
import { bareName } from '../../base/arn.ts';
import { toArn } from '../../inventory/ids.ts';
import { type FetchPage, type RecordScope, recordSource } from '../page.ts';

/** The document of one version of a managed policy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html */
export function getPolicyVersion(
  client: IAMClient,
  scope: RecordScope,
  PolicyArn: string,
  VersionId: string,
): FetchPage {
  return async (_token, abortSignal) => {
    const command = new GetPolicyVersionCommand({ PolicyArn, VersionId });
    const { PolicyVersion } = await client.send(command, { abortSignal });
    const managedPolicies =
      PolicyVersion?.Document === undefined
        ? []
        : [
            {
              ...recordSource(scope),
              PolicyArn: toArn(PolicyArn),
              PolicyName: bareName(PolicyArn),
              VersionId,
              IsDefaultVersion: PolicyVersion.IsDefaultVersion,
              Document: PolicyVersion.Document,
            },
          ];
    return { part: { managedPolicies }, records: managedPolicies.length, next: { kind: 'end' } };
  };
}
