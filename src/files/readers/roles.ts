import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import type { JsonValue } from '../../base/json.ts';
import { type AccountId, type Arn, toAccountId } from '../../inventory/ids.ts';
import type { InstanceProfileRecord, RoleRecord } from '../../inventory/records.ts';
import { arn, maybe, name, number, profileId, readFields, roleId, tags, text, time } from '../fields.ts';
import { isJsonList, isJsonObject, type JsonObject, ownField, ownText } from '../json-object.ts';
import { type Reader, readList, type Source } from '../reader.ts';

const ROLE = v.object({
  RoleName: name,
  RoleId: maybe(roleId),
  Arn: maybe(arn),
  Path: maybe(text),
  CreateDate: maybe(time),
  Description: maybe(text),
  MaxSessionDuration: maybe(number),
  Tags: maybe(tags),
  PermissionsBoundary: maybe(v.object({ PermissionsBoundaryArn: maybe(arn) })),
  RoleLastUsed: maybe(v.object({ LastUsedDate: maybe(time), Region: maybe(text) })),
});

const PROFILE = v.object({
  InstanceProfileName: name,
  InstanceProfileId: maybe(profileId),
  Arn: maybe(arn),
  Path: maybe(text),
  CreateDate: maybe(time),
  Tags: maybe(tags),
});

/** IAM API `ListRoles`: boundary, tags and last use are left out by AWS. */
export const readRoles: Reader = (output, source) => readRoleList(output, source, 'listed');

/** IAM API `GetRole`: everything. */
export const readRoleDetails: Reader = (output, source) => {
  const reading = readRoleList(output, source, 'full');
  const named = source.command.flags.get('--role-name')?.[0] ?? reading.part.roles?.[0]?.RoleName;
  return { ...reading, resource: named, partial: undefined };
};

/** IAM API `ListInstanceProfiles`, whose `Roles` are whole roles as in `ListRoles`. */
export const readProfiles: Reader = (output, source) => {
  const shape = { wrappers: ['InstanceProfiles', 'InstanceProfile'], id: 'InstanceProfileName' };
  const list = readList(output, source, shape, ({ raw }) => readProfile(raw, source));
  return {
    part: { instanceProfiles: list.items },
    records: list.items.length,
    supplied: list.supplied,
    partial: list.partial,
  };
};

/** IAM API `GetInstanceProfile`. */
export const readProfileDetails: Reader = (output, source) => {
  const reading = readProfiles(output, source);
  const named =
    source.command.flags.get('--instance-profile-name')?.[0] ??
    reading.part.instanceProfiles?.[0]?.InstanceProfileName;
  return { ...reading, resource: named, partial: undefined };
};

/** IAM API `ListInstanceProfilesForRole`: complete for one role. */
export const readProfilesOfRole: Reader = (output, source) => ({
  ...readProfiles(output, source),
  resource: source.command.flags.get('--role-name')?.[0] ?? source.soleRole,
});

function readRoleList(output: JsonValue, source: Source, details: RoleRecord['details']) {
  const shape = {
    wrappers: ['Roles', 'RoleDetailList', 'Role'],
    whole: ['Roles', 'RoleDetailList'],
    id: 'RoleName',
  };
  const list = readList(output, source, shape, ({ raw, around }) => {
    const detailed = details === 'full' || around.some((outer) => Object.hasOwn(outer, 'RoleDetailList'));
    return readRole(raw, source, detailed ? 'full' : 'listed');
  });
  return {
    part: { roles: list.items },
    records: list.items.length,
    supplied: list.supplied,
    partial: list.partial,
  };
}

/** One role; the trust policy is kept as it came, whatever it is. */
export function readRole(
  raw: JsonObject,
  source: Source,
  details: RoleRecord['details'],
): RoleRecord | undefined {
  const fields = readFields(ROLE, raw, `Role ${ownText(raw, 'RoleName') ?? ''}`, source.note);
  if (fields === undefined) return undefined;
  return {
    origin: source.origin,
    accountId: accountOfArn(fields.Arn) ?? source.accountId,
    ...fields,
    AssumeRolePolicyDocument: ownField(raw, 'AssumeRolePolicyDocument') ?? undefined,
    details,
  };
}

/** One profile. If one of its roles can't be read, `Roles` counts as not supplied, never as empty. */
export function readProfile(raw: JsonObject, source: Source): InstanceProfileRecord | undefined {
  const what = `Instance profile ${ownText(raw, 'InstanceProfileName') ?? ''}`;
  const fields = readFields(PROFILE, raw, what, source.note);
  if (fields === undefined) return undefined;
  return {
    origin: source.origin,
    accountId: accountOfArn(fields.Arn) ?? source.accountId,
    ...fields,
    Roles: readRolesOfProfile(ownField(raw, 'Roles'), source, what),
  };
}

function readRolesOfProfile(
  value: JsonValue | undefined,
  source: Source,
  what: string,
): readonly RoleRecord[] | undefined {
  if (value == null) return undefined;
  // A query may leave the names or ARNs alone, or those of the only role.
  const items = isJsonList(value) ? value : [value];
  const roles = items.map((item) => {
    if (typeof item === 'string' && item !== '') return readRole(roleNamed(item), source, 'listed');
    return isJsonList(value) && isJsonObject(item) && ownText(item, 'RoleName') !== undefined
      ? readRole(item, source, 'listed')
      : undefined;
  });
  const readable = roles.filter((role) => role !== undefined);
  if (readable.length === roles.length) return readable;
  source.note(`${what}: its Roles have an unexpected form, so its role is not known.`);
  return undefined;
}

function roleNamed(nameOrArn: string): JsonObject {
  return nameOrArn.startsWith('arn:')
    ? { RoleName: nameOrArn.split('/').at(-1) ?? nameOrArn, Arn: nameOrArn }
    : { RoleName: nameOrArn };
}

/** The account in an ARN, which says more than the place it was read in. */
export function accountOfArn(value: Arn | undefined): AccountId | undefined {
  const account = value === undefined ? undefined : parseArn(value)?.account;
  return account ? toAccountId(account) : undefined;
}
