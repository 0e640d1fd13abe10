import { CALL_NAMES, type CallTier, callFacts } from '../inventory/calls.ts';

/** What can be granted on its own, in the order of need. */
export const GRANTS = [
  'graph',
  'users-of-profiles',
  'role-details',
  'role-policies',
  'all-policies',
  'simulation',
] as const satisfies readonly CallTier[];
export type Grant = (typeof GRANTS)[number];

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

const SIDS: Readonly<Record<Grant, string>> = {
  graph: 'RolewireChains',
  'users-of-profiles': 'RolewireUsersOfProfiles',
  'role-details': 'RolewireRoleDetails',
  'role-policies': 'RolewireRolePolicies',
  'all-policies': 'RolewireAllPolicies',
  simulation: 'RolewireSimulation',
};

/** The IAM actions of one grant. `sts:GetCallerIdentity` is left out: AWS lets every caller make it. */
export function permissionsOf(grant: Grant): readonly string[] {
  return CALL_NAMES.filter((name) => name !== 'sts:GetCallerIdentity')
    .map(callFacts)
    .filter((facts) => facts.tier === grant)
    .map((facts) => facts.permission);
}

/**
 * The least that the wanted grants need: one statement for each. The list and describe actions take no resource; those
 * about one thing are held to roles and instance profiles of any path.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export function policyDocument(grants: readonly Grant[], partition: string): PolicyDocument {
  const statements = GRANTS.filter((grant) => grants.includes(grant)).map((grant) => ({
    Sid: SIDS[grant],
    Effect: 'Allow' as const,
    Action: permissionsOf(grant),
    Resource: resourceOf(grant, partition),
  }));
  return { Version: '2012-10-17', Statement: statements };
}

/** {@link policyDocument} as JSON, ready to paste. */
export function minimalPolicy(grants: readonly Grant[], partition: string): string {
  return JSON.stringify(policyDocument(grants, partition), null, 2);
}

function resourceOf(grant: Grant, partition: string): PolicyStatement['Resource'] {
  const roles = `arn:${partition}:iam::*:role/*`;
  switch (grant) {
    case 'role-details':
      return [roles, `arn:${partition}:iam::*:instance-profile/*`];
    case 'role-policies':
      return [roles, `arn:${partition}:iam::*:policy/*`];
    case 'simulation':
      return roles;
    default:
      return '*';
  }
}
