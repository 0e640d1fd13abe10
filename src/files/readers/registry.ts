import type { CallName } from '../../inventory/calls.ts';
import type { Reader } from '../reader.ts';
import { readAccountAlias, readAccountSummary, readCallerIdentity, readServiceSetting } from './account.ts';
import { readAuthorizationDetails } from './authorization-details.ts';
import { readAssociations, readInstances, readRegions } from './instances.ts';
import {
  readAutoScalingGroups,
  readEnvironments,
  readLaunchConfigurations,
  readLaunchTemplates,
  readLaunchTemplateVersions,
} from './launch-sources.ts';
import { readClusters, readComputeEnvironments } from './managed-services.ts';
import {
  readAttachedRolePolicies,
  readInlinePolicy,
  readInlinePolicyNames,
  readManagedPolicy,
  readPolicyVersion,
} from './role-policies.ts';
import { readProfileDetails, readProfiles, readProfilesOfRole, readRoleDetails, readRoles } from './roles.ts';
import { readSimulation } from './simulation.ts';

/** The reader of each call's output. */
export const READERS: Readonly<Record<CallName, Reader>> = {
  'sts:GetCallerIdentity': readCallerIdentity,
  'iam:ListAccountAliases': readAccountAlias,
  'ec2:DescribeRegions': readRegions,
  'ec2:DescribeInstances': readInstances,
  'ec2:DescribeIamInstanceProfileAssociations': readAssociations,
  'iam:ListInstanceProfiles': readProfiles,
  'iam:ListRoles': readRoles,
  'ec2:DescribeLaunchTemplates': readLaunchTemplates,
  'ec2:DescribeLaunchTemplateVersions': readLaunchTemplateVersions,
  'autoscaling:DescribeAutoScalingGroups': readAutoScalingGroups,
  'autoscaling:DescribeLaunchConfigurations': readLaunchConfigurations,
  'iam:GetRole': readRoleDetails,
  'iam:GetInstanceProfile': readProfileDetails,
  'iam:GetAccountAuthorizationDetails': readAuthorizationDetails,
  'iam:SimulatePrincipalPolicy': readSimulation,
  'iam:ListInstanceProfilesForRole': readProfilesOfRole,
  'iam:ListAttachedRolePolicies': readAttachedRolePolicies,
  'iam:ListRolePolicies': readInlinePolicyNames,
  'iam:GetRolePolicy': readInlinePolicy,
  'iam:GetPolicy': readManagedPolicy,
  'iam:GetPolicyVersion': readPolicyVersion,
  'iam:GetAccountSummary': readAccountSummary,
  'ssm:GetServiceSetting': readServiceSetting,
  'elasticbeanstalk:DescribeConfigurationSettings': readEnvironments,
  'elasticmapreduce:DescribeCluster': readClusters,
  'batch:DescribeComputeEnvironments': readComputeEnvironments,
};

/** Calls whose output doesn't say whose it is: read last, when the rest has told the account and the role. */
export const READ_LAST: ReadonlySet<CallName> = new Set<CallName>([
  'iam:ListAccountAliases',
  'iam:ListInstanceProfilesForRole',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
]);

/** The flag that names what a call about one resource is about. */
export const RESOURCE_FLAG: Readonly<Partial<Record<CallName, string>>> = {
  'iam:GetRole': '--role-name',
  'iam:GetInstanceProfile': '--instance-profile-name',
  'iam:ListInstanceProfilesForRole': '--role-name',
  'iam:ListAttachedRolePolicies': '--role-name',
  'iam:ListRolePolicies': '--role-name',
  'iam:GetRolePolicy': '--role-name',
  'iam:GetPolicy': '--policy-arn',
  'iam:GetPolicyVersion': '--policy-arn',
  'ssm:GetServiceSetting': '--setting-id',
  'elasticmapreduce:DescribeCluster': '--cluster-id',
};
