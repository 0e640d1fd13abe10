/**
 * Every AWS call that Rolewire can make or read from a file, once. Collecting, coverage, the permissions to ask for
 * and the recognition of CLI output all read this table.
 */
export type CallScope = 'region' | 'account' | 'resource';

/** Why a call is made: `graph` alone draws every chain; the others deepen it and may be denied without breaking it. */
export type CallTier =
  | 'graph'
  | 'users-of-profiles'
  | 'role-details'
  | 'role-policies'
  | 'all-policies'
  | 'simulation'
  | 'files-only';

export interface CallFacts {
  /** The IAM action that the caller must be allowed. */
  readonly permission: string;
  readonly scope: CallScope;
  readonly tier: CallTier;
  /** `service command` of the AWS CLI, without flags. */
  readonly cli: string;
  /** What the call brings, in words: "instances". */
  readonly brings: string;
}

const CALL_TABLE = {
  'sts:GetCallerIdentity': call('account', 'graph', 'sts get-caller-identity', 'who is signed in'),
  'iam:ListAccountAliases': call('account', 'graph', 'iam list-account-aliases', 'the account alias'),
  'ec2:DescribeRegions': call('account', 'graph', 'ec2 describe-regions', 'the enabled regions'),
  'ec2:DescribeInstances': call('region', 'graph', 'ec2 describe-instances', 'instances'),
  'ec2:DescribeIamInstanceProfileAssociations': call(
    'region',
    'graph',
    'ec2 describe-iam-instance-profile-associations',
    'profile associations',
  ),
  'iam:ListInstanceProfiles': call(
    'account',
    'graph',
    'iam list-instance-profiles',
    'instance profiles and their roles',
  ),
  'iam:ListRoles': call('account', 'graph', 'iam list-roles', 'roles, also those in no profile'),
  'ec2:DescribeLaunchTemplates': call(
    'region',
    'users-of-profiles',
    'ec2 describe-launch-templates',
    'launch templates',
  ),
  'ec2:DescribeLaunchTemplateVersions': call(
    'region',
    'users-of-profiles',
    'ec2 describe-launch-template-versions',
    'launch template versions',
  ),
  'autoscaling:DescribeAutoScalingGroups': call(
    'region',
    'users-of-profiles',
    'autoscaling describe-auto-scaling-groups',
    'Auto Scaling groups',
  ),
  'autoscaling:DescribeLaunchConfigurations': call(
    'region',
    'users-of-profiles',
    'autoscaling describe-launch-configurations',
    'launch configurations',
  ),
  'iam:GetRole': call('resource', 'role-details', 'iam get-role', 'boundary, tags and last use of a role'),
  'iam:GetInstanceProfile': call(
    'resource',
    'role-details',
    'iam get-instance-profile',
    'one instance profile',
  ),
  'iam:ListAttachedRolePolicies': call(
    'resource',
    'role-policies',
    'iam list-attached-role-policies',
    'managed policies of a role',
  ),
  'iam:ListRolePolicies': call(
    'resource',
    'role-policies',
    'iam list-role-policies',
    'inline policies of a role',
  ),
  'iam:GetRolePolicy': call('resource', 'role-policies', 'iam get-role-policy', 'an inline policy'),
  'iam:GetPolicy': call(
    'resource',
    'role-policies',
    'iam get-policy',
    'which version of a managed policy is in force',
  ),
  'iam:GetPolicyVersion': call(
    'resource',
    'role-policies',
    'iam get-policy-version',
    'a managed policy document',
  ),
  'iam:GetAccountAuthorizationDetails': call(
    'account',
    'all-policies',
    'iam get-account-authorization-details',
    'all roles and users with their policies, boundaries and last use of roles',
  ),
  'iam:SimulatePrincipalPolicy': call(
    'resource',
    'simulation',
    'iam simulate-principal-policy',
    "AWS's own verdict on what a role may do",
  ),
  'iam:ListInstanceProfilesForRole': call(
    'resource',
    'files-only',
    'iam list-instance-profiles-for-role',
    'the profiles that hold a role',
  ),
  'iam:GetAccountSummary': call('account', 'files-only', 'iam get-account-summary', 'quotas'),
  'ssm:GetServiceSetting': call('region', 'files-only', 'ssm get-service-setting', 'default host management'),
  'elasticbeanstalk:DescribeConfigurationSettings': call(
    'region',
    'files-only',
    'elasticbeanstalk describe-configuration-settings',
    'Elastic Beanstalk environments',
  ),
  'elasticmapreduce:DescribeCluster': call(
    'resource',
    'files-only',
    'emr describe-cluster',
    'an EMR cluster',
  ),
  'batch:DescribeComputeEnvironments': call(
    'region',
    'files-only',
    'batch describe-compute-environments',
    'AWS Batch compute environments',
  ),
} as const satisfies Record<string, Omit<CallFacts, 'permission'>>;

export type CallName = keyof typeof CALL_TABLE;

/** All call names, in the order of the table. */
export const CALL_NAMES: readonly CallName[] = Object.keys(CALL_TABLE).filter(isCallName);

/** Whether a text such as `ec2:DescribeInstances` names a call of the table. */
export function isCallName(text: string): text is CallName {
  return Object.hasOwn(CALL_TABLE, text);
}

/** The facts of one call. The permission has the call's own name for every call in the table. */
export function callFacts(name: CallName): CallFacts {
  return { permission: name, ...CALL_TABLE[name] };
}

function call(scope: CallScope, tier: CallTier, cli: string, brings: string): Omit<CallFacts, 'permission'> {
  return { scope, tier, cli, brings };
}
