import type { JsonValue } from '../base/json.ts';
import type { AccessRequest } from './access-request.ts';
import { POLICY_NAME, ROLE_DESCRIPTION, readPolicy, trustPolicy } from './customer-role.ts';
import { toYaml } from './yaml.ts';

/**
 * A CloudFormation template, as YAML, that makes the role and puts out its ARN. All values stand in it, so that nobody has
 * to enter one. As it names the role, making the stack needs `CAPABILITY_NAMED_IAM`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export function cloudFormationTemplate(request: AccessRequest): string {
  return toYaml({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: ROLE_DESCRIPTION,
    Resources: {
      RolewireRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: request.roleName,
          Description: ROLE_DESCRIPTION,
          MaxSessionDuration: request.sessionSeconds,
          AssumeRolePolicyDocument: asJson(trustPolicy(request)),
          Policies: [{ PolicyName: POLICY_NAME, PolicyDocument: asJson(readPolicy(request)) }],
        },
      },
    },
    Outputs: {
      RoleArn: {
        Description: 'Send this ARN back to whoever asked for access.',
        Value: { 'Fn::GetAtt': ['RolewireRole', 'Arn'] },
      },
    },
  });
}

/** Interfaces have no index signature, so the compiler wants to be shown that a document is JSON. */
function asJson(document: object): JsonValue {
  return JSON.parse(JSON.stringify(document));
}
