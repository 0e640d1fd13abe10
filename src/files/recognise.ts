import type { JsonValue } from '../base/json.ts';
import { isJsonList, isJsonObject, type JsonObject } from './json-object.ts';

/** The command whose output has these fields, for output that came without its command. The first that fits counts. */
const BY_FIELDS: readonly (readonly [fields: readonly string[], command: string])[] = [
  [['Reservations'], 'ec2 describe-instances'],
  [['IamInstanceProfileAssociations'], 'ec2 describe-iam-instance-profile-associations'],
  [['Regions'], 'ec2 describe-regions'],
  [['LaunchTemplates'], 'ec2 describe-launch-templates'],
  [['LaunchTemplateVersions'], 'ec2 describe-launch-template-versions'],
  [['AutoScalingGroups'], 'autoscaling describe-auto-scaling-groups'],
  [['LaunchConfigurations'], 'autoscaling describe-launch-configurations'],
  [['InstanceProfiles'], 'iam list-instance-profiles'],
  [['InstanceProfile'], 'iam get-instance-profile'],
  [['RoleDetailList'], 'iam get-account-authorization-details'],
  // A bare profile, which has its roles inside.
  [['InstanceProfileName', 'Roles'], 'iam list-instance-profiles'],
  [['Roles'], 'iam list-roles'],
  [['Role'], 'iam get-role'],
  [['AttachedPolicies'], 'iam list-attached-role-policies'],
  [['PolicyNames'], 'iam list-role-policies'],
  [['RoleName', 'PolicyName', 'PolicyDocument'], 'iam get-role-policy'],
  [['PolicyVersion'], 'iam get-policy-version'],
  [['SummaryMap'], 'iam get-account-summary'],
  [['AccountAliases'], 'iam list-account-aliases'],
  [['ServiceSetting'], 'ssm get-service-setting'],
  [['ConfigurationSettings'], 'elasticbeanstalk describe-configuration-settings'],
  [['DecodedMessage'], 'sts decode-authorization-message'],
  [['UserId', 'Account', 'Arn'], 'sts get-caller-identity'],
  [['InstanceProfileArn', 'Code'], 'curl http://169.254.169.254/latest/meta-data/iam/info'],
  // Bare records, as `--query` leaves them.
  [['AssociationId', 'InstanceId'], 'ec2 describe-iam-instance-profile-associations'],
  [['LaunchTemplateData', 'VersionNumber'], 'ec2 describe-launch-template-versions'],
  [['AutoScalingGroupName'], 'autoscaling describe-auto-scaling-groups'],
  [['InstanceProfileName'], 'iam list-instance-profiles'],
  [['RoleName', 'AssumeRolePolicyDocument'], 'iam list-roles'],
  [['Instances', 'OwnerId'], 'ec2 describe-instances'],
  [['InstanceId'], 'ec2 describe-instances'],
];

/** The command that gives output of this shape; `undefined` when none is known to. */
export function commandOfShape(output: JsonValue): string | undefined {
  const first = firstObject(output);
  if (first === undefined) return undefined;
  return BY_FIELDS.find(([fields]) => fields.every((field) => Object.hasOwn(first, field)))?.[1];
}

/** The command whose text output (`--output text`) has lines that begin with this word, such as `RESERVATIONS`. */
export function commandOfTextLabel(label: string): string | undefined {
  return BY_FIELDS.find(([[field]]) => field?.toUpperCase() === label)?.[1];
}

function firstObject(value: JsonValue | undefined): JsonObject | undefined {
  let at = value;
  for (let depth = 0; depth < 3 && isJsonList(at); depth += 1) at = at.find((item) => item !== null);
  return isJsonObject(at) ? at : undefined;
}
