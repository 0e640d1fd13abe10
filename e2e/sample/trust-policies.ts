import type { JsonValue } from '../../src/base/json.ts';

/** The trust policies of the sample, each named by what it does. */
export const TRUSTS_EC2 = trust({ Service: 'ec2.amazonaws.com' });
export const TRUSTS_ECS_HOSTS = trust({ Service: 'ecs.amazonaws.com' });
export const TRUSTS_LAMBDA = trust({ Service: 'lambda.amazonaws.com' });
export const TRUSTS_SSM = trust({ Service: 'ssm.amazonaws.com' });
export const TRUSTS_ANYONE = trust({ AWS: '*' });

/** A partner's sign that EC2 never sends. */
export const TRUSTS_EC2_WITH_EXTERNAL_ID = trust(
  { Service: 'ec2.amazonaws.com' },
  { StringEquals: { 'sts:ExternalId': 'acme-partner-import' } },
);

/** Whether EC2 meets it, the document alone can't tell. */
export const TRUSTS_EC2_ON_A_CONDITION = trust(
  { Service: 'ec2.amazonaws.com' },
  { StringEquals: { 'aws:SourceAccount': '111122223333' } },
);

/** Nobody from outside the organization; EC2 sends no organization id, so the Deny may cover it. */
export const TRUSTS_EC2_BUT_DENIES_OUTSIDERS: JsonValue = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    {
      Sid: 'OnlyOurOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sts:AssumeRole',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } },
    },
  ],
};

/** Trust in a service by its own name. */
export function trustsService(service: string): JsonValue {
  return trust({ Service: service });
}

/** Trust in IAM principals: ARNs, or the ids that are left of deleted ones. */
export function trustsPrincipals(principals: readonly string[]): JsonValue {
  return trust({ AWS: principals });
}

function trust(principal: JsonValue, condition?: JsonValue): JsonValue {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 'sts:AssumeRole',
        ...(condition !== undefined && { Condition: condition }),
      },
    ],
  };
}
