import * as v from 'valibot';
import type { JsonValue } from '../../base/json.ts';
import type {
  GroupRecord,
  InstanceProfileRecord,
  ManagedPolicyRecord,
  RolePoliciesRecord,
  RoleRecord,
  UserRecord,
} from '../../inventory/records.ts';
import { arn, maybe, name, readFields, text } from '../fields.ts';
import { truncationOf } from '../find-records.ts';
import { isJsonList, isJsonObject, type JsonObject, ownField, ownText } from '../json-object.ts';
import { type Reader, readList, type Source } from '../reader.ts';
import { readAttachedPolicies, readInlinePolicies } from './role-policies.ts';
import { accountOfArn, readProfile, readRole } from './roles.ts';

/** IAM API `GetAccountAuthorizationDetails`: roles in full, with their policies and the profiles that hold them; users and groups. */
export const readAuthorizationDetails: Reader = (output, source) => {
  const roles: RoleRecord[] = [];
  const rolePolicies: RolePoliciesRecord[] = [];
  const instanceProfiles: InstanceProfileRecord[] = [];
  const shape = { wrappers: ['RoleDetailList'], id: 'RoleName' };
  const list = readList(output, source, shape, ({ raw }) => {
    const role = readRole(raw, source, 'full');
    if (role === undefined) return undefined;
    roles.push(role);
    rolePolicies.push(policiesOf(raw, role, source));
    instanceProfiles.push(...profilesAround(raw, role, source));
    return role;
  });
  const pages = isJsonList(output) ? output : [output];
  const managedPolicies = pages.flatMap((page) => managedPoliciesOf(page, source));
  const last = pages.findLast(isJsonObject);
  return {
    part: {
      roles,
      rolePolicies,
      instanceProfiles,
      managedPolicies,
      users: pages.flatMap((page) => usersOf(page, source)),
      groups: pages.flatMap((page) => groupsOf(page, source)),
    },
    records: roles.length,
    supplied: list.supplied,
    partial: list.partial ?? (last === undefined ? undefined : truncationOf(last)) ?? filterOf(source),
  };
};

/** `--filter` without `Role` leaves the roles out; no filter brings everything. */
function filterOf(source: Source): string | undefined {
  const filter = source.command.flags.get('--filter');
  return filter === undefined || filter.some((word) => word.split(',').includes('Role'))
    ? undefined
    : `--filter ${filter.join(' ')} leaves roles out`;
}

function policiesOf(raw: JsonObject, role: RoleRecord, source: Source): RolePoliciesRecord {
  const inline = readInlinePolicies(ownField(raw, 'RolePolicyList'));
  return {
    origin: source.origin,
    accountId: role.accountId,
    RoleName: role.RoleName,
    AttachedPolicies: readAttachedPolicies(ownField(raw, 'AttachedManagedPolicies')),
    InlinePolicyNames: inline?.map((policy) => policy.PolicyName),
    InlinePolicies: inline,
  };
}

/** A profile listed under a role holds that role, also when the copy leaves its `Roles` out. */
function profilesAround(raw: JsonObject, role: RoleRecord, source: Source): InstanceProfileRecord[] {
  const list = ownField(raw, 'InstanceProfileList');
  if (!isJsonList(list)) return [];
  return list.filter(isJsonObject).flatMap((item) => {
    const profile = readProfile(item, source);
    if (profile === undefined) return [];
    return [Object.hasOwn(item, 'Roles') ? profile : { ...profile, Roles: [role] }];
  });
}

const USER = v.object({
  UserName: name,
  UserId: maybe(text),
  Arn: maybe(arn),
  Path: maybe(text),
  GroupList: maybe(v.array(text)),
  PermissionsBoundary: maybe(v.object({ PermissionsBoundaryArn: maybe(arn) })),
});

function usersOf(page: JsonValue, source: Source): UserRecord[] {
  return listOf(page, 'UserDetailList').flatMap((raw) => {
    const fields = readFields(USER, raw, `User ${ownText(raw, 'UserName') ?? ''}`, source.note);
    if (fields === undefined) return [];
    return [
      {
        origin: source.origin,
        accountId: accountOfArn(fields.Arn) ?? source.accountId,
        ...fields,
        ...policiesIn(raw, 'UserPolicyList'),
      },
    ];
  });
}

const GROUP = v.object({
  GroupName: name,
  GroupId: maybe(text),
  Arn: maybe(arn),
  Path: maybe(text),
});

function groupsOf(page: JsonValue, source: Source): GroupRecord[] {
  return listOf(page, 'GroupDetailList').flatMap((raw) => {
    const fields = readFields(GROUP, raw, `Group ${ownText(raw, 'GroupName') ?? ''}`, source.note);
    if (fields === undefined) return [];
    return [
      {
        origin: source.origin,
        accountId: accountOfArn(fields.Arn) ?? source.accountId,
        ...fields,
        ...policiesIn(raw, 'GroupPolicyList'),
      },
    ];
  });
}

/** AWS leaves the list of inline policies out of a user or group that has none; whoever cut fields out, cut both lists. */
function policiesIn<Key extends 'UserPolicyList' | 'GroupPolicyList'>(raw: JsonObject, key: Key) {
  const attached = readAttachedPolicies(ownField(raw, 'AttachedManagedPolicies'));
  const inline = readInlinePolicies(ownField(raw, key)) ?? (attached === undefined ? undefined : []);
  return { AttachedManagedPolicies: attached, [key]: inline };
}

function listOf(page: JsonValue, field: string): readonly JsonObject[] {
  const list = isJsonObject(page) ? ownField(page, field) : undefined;
  return isJsonList(list) ? list.filter(isJsonObject) : [];
}

const POLICY = v.object({ PolicyName: maybe(name), Arn: maybe(arn), DefaultVersionId: maybe(text) });

/** Of all versions only the default one is in force. */
function managedPoliciesOf(page: JsonValue, source: Source): ManagedPolicyRecord[] {
  const list = isJsonObject(page) ? ownField(page, 'Policies') : undefined;
  if (!isJsonList(list)) return [];
  return list.filter(isJsonObject).flatMap((raw) => {
    const what = `Policy ${ownText(raw, 'PolicyName') ?? ''}`;
    const fields = readFields(POLICY, raw, what, source.note);
    const versions = ownField(raw, 'PolicyVersionList');
    if (fields === undefined || !isJsonList(versions)) return [];
    const inForce = versions
      .filter(isJsonObject)
      .find(
        (version) =>
          ownField(version, 'IsDefaultVersion') === true ||
          (fields.DefaultVersionId !== undefined &&
            ownText(version, 'VersionId') === fields.DefaultVersionId),
      );
    if (inForce === undefined) return [];
    return [
      {
        origin: source.origin,
        accountId: source.accountId,
        PolicyArn: fields.Arn,
        PolicyName: fields.PolicyName,
        VersionId: ownText(inForce, 'VersionId'),
        IsDefaultVersion: true,
        Document: ownField(inForce, 'Document') ?? undefined,
      },
    ];
  });
}
