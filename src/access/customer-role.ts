import type { AccessRequest } from './access-request.ts';
import { grantsOf } from './access-tier.ts';
import { type PolicyDocument, policyDocument } from './minimal-policy.ts';

/** The name of the inline policy. */
export const POLICY_NAME = 'RolewireRead';

/** What IAM keeps as the role's description; plain ASCII, as shells of every kind pass it on. */
export const ROLE_DESCRIPTION = 'Lets Rolewire read which role each EC2 instance has. It can change nothing.';

export interface TrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Principal: { readonly AWS: string };
    readonly Action: 'sts:AssumeRole';
    readonly Condition: { readonly StringEquals: { readonly 'sts:ExternalId': string } };
  }[];
}

/** Who may assume the role: our principal, and only with the external ID. */
export function trustPolicy({ principal, externalId }: AccessRequest): TrustPolicy {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'RolewireWithExternalId',
        Effect: 'Allow',
        Principal: { AWS: principal.arn },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ],
  };
}

/** What the role may do: the calls of its tier, all of which only read. */
export function readPolicy({ tier, launchSources, principal }: AccessRequest): PolicyDocument {
  return policyDocument(grantsOf(tier, launchSources), principal.partition);
}
