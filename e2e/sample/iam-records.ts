import type { JsonValue } from '../../src/base/json.ts';
import { type AccountId, toArn, toIsoTime } from '../../src/inventory/ids.ts';
import type {
  AttachedPolicy,
  InstanceProfileRecord,
  RolePoliciesRecord,
  RoleRecord,
} from '../../src/inventory/records.ts';
import { profileIdOf, roleIdOf } from './make-ids.ts';
import { originOf, tagsOf } from './origin.ts';

export interface RolePlan {
  readonly path?: string;
  readonly created?: string;
  /** AWS-managed policies: path and name. */
  readonly policies?: readonly string[];
  readonly inline?: Readonly<Record<string, JsonValue>>;
  readonly boundary?: string;
  readonly lastUsed?: { readonly at: string; readonly region: string };
  readonly tags?: Readonly<Record<string, string>>;
}

export interface ProfilePlan {
  readonly path?: string;
  readonly created?: string;
}

/** A role as GetAccountAuthorizationDetails gives it. */
export function makeRole(accountId: AccountId, name: string, trust: JsonValue, plan: RolePlan): RoleRecord {
  const path = plan.path ?? '/';
  return {
    origin: originOf('iam:GetAccountAuthorizationDetails'),
    accountId,
    RoleName: name,
    RoleId: roleIdOf(`${accountId} ${name}`),
    Arn: toArn(`arn:aws:iam::${accountId}:role${path}${name}`),
    Path: path,
    CreateDate: toIsoTime(plan.created ?? '2025-02-11T10:15:00.000Z'),
    AssumeRolePolicyDocument: trust,
    Tags: tagsOf(plan.tags),
    ...(plan.boundary && {
      PermissionsBoundary: {
        PermissionsBoundaryArn: toArn(`arn:aws:iam::${accountId}:policy/${plan.boundary}`),
      },
    }),
    RoleLastUsed: plan.lastUsed
      ? { LastUsedDate: toIsoTime(plan.lastUsed.at), Region: plan.lastUsed.region }
      : {},
    details: 'full',
  };
}

/** The policies of that role, which the same call brings. */
export function makeRolePolicies(accountId: AccountId, name: string, plan: RolePlan): RolePoliciesRecord {
  const inline = Object.entries(plan.inline ?? {});
  return {
    origin: originOf('iam:GetAccountAuthorizationDetails'),
    accountId,
    RoleName: name,
    AttachedPolicies: (plan.policies ?? []).map(attached),
    InlinePolicyNames: inline.map(([PolicyName]) => PolicyName),
    InlinePolicies: inline.map(([PolicyName, PolicyDocument]) => ({ PolicyName, PolicyDocument })),
  };
}

/** A profile as ListInstanceProfiles gives it, with its role or empty. */
export function makeProfile(
  accountId: AccountId,
  name: string,
  role: RoleRecord | undefined,
  plan: ProfilePlan,
): InstanceProfileRecord {
  const path = plan.path ?? '/';
  return {
    origin: originOf('iam:ListInstanceProfiles'),
    accountId,
    InstanceProfileName: name,
    InstanceProfileId: profileIdOf(`${accountId} ${name}`),
    Arn: toArn(`arn:aws:iam::${accountId}:instance-profile${path}${name}`),
    Path: path,
    CreateDate: toIsoTime(plan.created ?? '2025-02-11T10:16:00.000Z'),
    Roles: role ? [listedCopy(role)] : [],
  };
}

/** The path of an AWS-managed policy is part of what names it: `service-role/AWSLambdaBasicExecutionRole`. */
function attached(policy: string): AttachedPolicy {
  return {
    PolicyName: policy.slice(policy.lastIndexOf('/') + 1),
    PolicyArn: toArn(`arn:aws:iam::aws:policy/${policy}`),
  };
}

/** The copy of a role inside a profile lacks what only GetRole and the authorization details tell. */
function listedCopy(role: RoleRecord): RoleRecord {
  const { Tags: _tags, PermissionsBoundary: _boundary, RoleLastUsed: _used, ...rest } = role;
  return { ...rest, origin: originOf('iam:ListInstanceProfiles'), details: 'listed' };
}
