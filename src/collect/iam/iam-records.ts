import type {
  GroupDetail,
  InstanceProfile,
  ManagedPolicyDetail,
  Role,
  RoleDetail,
  AttachedPolicy as SdkAttachedPolicy,
  Tag as SdkTag,
  UserDetail,
} from '@aws-sdk/client-iam';
import { toArn, toInstanceProfileId, toRoleId } from '../../inventory/ids.ts';
import type {
  AttachedPolicy,
  GroupRecord,
  InlinePolicy,
  InstanceProfileRecord,
  ManagedPolicyRecord,
  RolePoliciesRecord,
  RoleRecord,
  Tag,
  UserRecord,
} from '../../inventory/records.ts';
import { isPresent, type RecordSource, toIso } from '../page.ts';

/** The lists of IAM leave a profile's tags out: only `full` answers may say that there are none. */
export function toInstanceProfile(
  profile: InstanceProfile,
  source: RecordSource,
  details: RoleRecord['details'] = 'listed',
): InstanceProfileRecord | undefined {
  if (profile.InstanceProfileName === undefined) return undefined;
  return {
    ...source,
    InstanceProfileName: profile.InstanceProfileName,
    InstanceProfileId: profile.InstanceProfileId ? toInstanceProfileId(profile.InstanceProfileId) : undefined,
    Arn: profile.Arn ? toArn(profile.Arn) : undefined,
    Path: profile.Path,
    CreateDate: toIso(profile.CreateDate),
    Tags: toTags(profile.Tags, details),
    Roles: profile.Roles?.map((role) => toRole(role, source, 'listed')).filter(isPresent),
  };
}

export function toRole(
  role: Role,
  source: RecordSource,
  details: RoleRecord['details'],
): RoleRecord | undefined {
  if (role.RoleName === undefined) return undefined;
  return {
    ...source,
    ...commonOfRole(role, role.RoleName, details),
    Description: role.Description,
    MaxSessionDuration: role.MaxSessionDuration,
    details,
  };
}

/** `GetAccountAuthorizationDetails` tells all of a role but description and maximum session duration. */
export function toDetailedRole(role: RoleDetail, source: RecordSource): RoleRecord | undefined {
  if (role.RoleName === undefined) return undefined;
  return { ...source, ...commonOfRole(role, role.RoleName, 'full'), details: 'full' };
}

export function toRolePolicies(role: RoleDetail, source: RecordSource): RolePoliciesRecord | undefined {
  if (role.RoleName === undefined) return undefined;
  const inline = toInlinePolicies(role.RolePolicyList);
  return {
    ...source,
    RoleName: role.RoleName,
    AttachedPolicies: toAttachedPolicies(role.AttachedManagedPolicies),
    InlinePolicyNames: (role.RolePolicyList ?? []).map(({ PolicyName }) => PolicyName).filter(isPresent),
    InlinePolicies: inline,
  };
}

export function toUser(user: UserDetail, source: RecordSource): UserRecord | undefined {
  if (user.UserName === undefined) return undefined;
  const boundary = user.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    ...source,
    UserName: user.UserName,
    UserId: user.UserId,
    Arn: user.Arn ? toArn(user.Arn) : undefined,
    Path: user.Path,
    GroupList: user.GroupList ?? [],
    AttachedManagedPolicies: toAttachedPolicies(user.AttachedManagedPolicies),
    UserPolicyList: toInlinePolicies(user.UserPolicyList),
    PermissionsBoundary: boundary ? { PermissionsBoundaryArn: toArn(boundary) } : undefined,
  };
}

export function toGroup(group: GroupDetail, source: RecordSource): GroupRecord | undefined {
  if (group.GroupName === undefined) return undefined;
  return {
    ...source,
    GroupName: group.GroupName,
    GroupId: group.GroupId,
    Arn: group.Arn ? toArn(group.Arn) : undefined,
    Path: group.Path,
    AttachedManagedPolicies: toAttachedPolicies(group.AttachedManagedPolicies),
    GroupPolicyList: toInlinePolicies(group.GroupPolicyList),
  };
}

function toInlinePolicies(
  policies: readonly { PolicyName?: string | undefined; PolicyDocument?: string | undefined }[] | undefined,
): readonly InlinePolicy[] {
  return (policies ?? []).flatMap(({ PolicyName, PolicyDocument }) =>
    PolicyName === undefined || PolicyDocument === undefined ? [] : [{ PolicyName, PolicyDocument }],
  );
}

export function toAttachedPolicies(
  policies: readonly SdkAttachedPolicy[] | undefined,
): readonly AttachedPolicy[] {
  return (policies ?? []).flatMap(({ PolicyName, PolicyArn }) =>
    PolicyArn === undefined ? [] : [{ PolicyName: PolicyName ?? '', PolicyArn: toArn(PolicyArn) }],
  );
}

/** Only the default version of a policy is in force. */
export function toManagedPolicy(
  policy: ManagedPolicyDetail,
  source: RecordSource,
): ManagedPolicyRecord | undefined {
  const version = policy.PolicyVersionList?.find((candidate) => candidate.IsDefaultVersion === true);
  if (policy.Arn === undefined || version === undefined) return undefined;
  return {
    ...source,
    PolicyArn: toArn(policy.Arn),
    PolicyName: policy.PolicyName,
    VersionId: version.VersionId,
    IsDefaultVersion: true,
    Document: version.Document,
  };
}

type CommonOfRole = Pick<
  RoleRecord,
  | 'RoleName'
  | 'RoleId'
  | 'Arn'
  | 'Path'
  | 'CreateDate'
  | 'AssumeRolePolicyDocument'
  | 'Tags'
  | 'PermissionsBoundary'
  | 'RoleLastUsed'
>;

/** Policy documents stay percent-encoded, as AWS sends them: `policy/` decodes. */
function commonOfRole(role: Role | RoleDetail, name: string, details: RoleRecord['details']): CommonOfRole {
  const lastUsed = role.RoleLastUsed;
  const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    RoleName: name,
    RoleId: role.RoleId ? toRoleId(role.RoleId) : undefined,
    Arn: role.Arn ? toArn(role.Arn) : undefined,
    Path: role.Path,
    CreateDate: toIso(role.CreateDate),
    AssumeRolePolicyDocument: role.AssumeRolePolicyDocument,
    Tags: toTags(role.Tags, details),
    PermissionsBoundary: boundary ? { PermissionsBoundaryArn: toArn(boundary) } : undefined,
    // An empty answer means "never" only where AWS would have told.
    RoleLastUsed:
      details === 'full' || lastUsed?.LastUsedDate
        ? { LastUsedDate: toIso(lastUsed?.LastUsedDate), Region: lastUsed?.Region }
        : undefined,
  };
}

/** No tags in a list is no answer; no tags in a full answer means that there are none. */
function toTags(
  tags: readonly SdkTag[] | undefined,
  details: RoleRecord['details'],
): readonly Tag[] | undefined {
  if (details === 'listed' && !tags?.length) return undefined;
  return (tags ?? []).flatMap(({ Key, Value }) => (Key === undefined ? [] : [{ Key, Value: Value ?? '' }]));
}
