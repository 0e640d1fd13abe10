import type { CallName } from '../inventory/calls.ts';
import type { Region } from '../inventory/ids.ts';

/** Read once in each region. In order of weight: the instances of all regions come before anything else of one. */
export const REGIONAL_CALLS = [
  'ec2:DescribeInstances',
  'ec2:DescribeIamInstanceProfileAssociations',
  'autoscaling:DescribeAutoScalingGroups',
  'autoscaling:DescribeLaunchConfigurations',
  'ec2:DescribeLaunchTemplates',
  'ec2:DescribeLaunchTemplateVersions',
] as const satisfies readonly CallName[];

/** Read once for the account; IAM is global. */
export const ACCOUNT_CALLS = [
  'iam:ListInstanceProfiles',
  'iam:ListRoles',
] as const satisfies readonly CallName[];

/** Read when a person asks. */
export const ASKED_CALLS = [
  'iam:GetRole',
  'iam:GetInstanceProfile',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
  'iam:GetRolePolicy',
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetAccountAuthorizationDetails',
] as const satisfies readonly CallName[];

export type RegionalCall = (typeof REGIONAL_CALLS)[number];
type AccountCall = (typeof ACCOUNT_CALLS)[number];
type AskedCall = (typeof ASKED_CALLS)[number];
/** Every call that collecting makes; the two of the sign-in are not among them. */
type LiveCall = 'ec2:DescribeRegions' | RegionalCall | AccountCall | AskedCall;

/** One read to make: all pages of one call. */
export interface ReadRequest {
  readonly call: LiveCall;
  /** Absent for what is read once for the account. */
  readonly region?: Region | undefined;
  /** The role or profile name, or the ARN of the managed policy, for calls about one. */
  readonly resource?: string | undefined;
  /** The inline policy of that role, or the version of that managed policy. */
  readonly detail?: string | undefined;
}

/** The one read that brings all roles with their policies. */
export const ALL_POLICIES = { call: 'iam:GetAccountAuthorizationDetails' } as const satisfies ReadRequest;
