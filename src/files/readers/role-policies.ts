import * as v from 'valibot';
import { bareName } from '../../base/arn.ts';
import type { JsonValue } from '../../base/json.ts';
import { toArn } from '../../inventory/ids.ts';
import type { AttachedPolicy, InlinePolicy, RolePoliciesRecord } from '../../inventory/records.ts';
import { truncationOf } from '../find-records.ts';
import { isJsonList, isJsonObject, ownField, ownText } from '../json-object.ts';
import type { Reader, Reading, Source } from '../reader.ts';

/** IAM API `ListAttachedRolePolicies`. */
export const readAttachedRolePolicies: Reader = (output, source) => {
  const list = listIn(output, 'AttachedPolicies');
  return readPoliciesOfRole(output, source, { AttachedPolicies: readAttachedPolicies(list) });
};

/** IAM API `ListRolePolicies`: names alone. */
export const readInlinePolicyNames: Reader = (output, source) => {
  const names = v.safeParse(v.array(v.string()), listIn(output, 'PolicyNames'));
  return readPoliciesOfRole(output, source, { InlinePolicyNames: names.success ? names.output : undefined });
};

/** IAM API `GetRolePolicy`: one inline policy, which itself says whose it is. */
export const readInlinePolicy: Reader = (output, source) => {
  const policies = isJsonObject(output) ? readInlinePolicies([output]) : undefined;
  return readPoliciesOfRole(output, source, { InlinePolicies: policies });
};

/** IAM API `GetPolicy`: which version is in force; what stands in it, `GetPolicyVersion` tells. */
export const readManagedPolicy: Reader = (output, source) => {
  const inner = isJsonObject(output) ? (ownField(output, 'Policy') ?? output) : undefined;
  const arn = isJsonObject(inner) ? ownText(inner, 'Arn') : undefined;
  const version = isJsonObject(inner) ? ownText(inner, 'DefaultVersionId') : undefined;
  const resource = arn ?? source.command.flags.get('--policy-arn')?.[0];
  if (!isJsonObject(inner) || arn === undefined || version === undefined)
    return { part: {}, records: 0, supplied: false, resource };
  const { origin, accountId } = source;
  return {
    part: {
      managedPolicies: [
        {
          origin,
          accountId,
          PolicyArn: toArn(arn),
          PolicyName: ownText(inner, 'PolicyName') ?? bareName(arn),
          VersionId: version,
          IsDefaultVersion: true,
        },
      ],
    },
    records: 1,
    supplied: true,
    resource,
  };
};

/** IAM API `GetPolicyVersion`. Whose version it is, only the command's `--policy-arn` tells. */
export const readPolicyVersion: Reader = (output, source) => {
  const inner = isJsonObject(output) ? (ownField(output, 'PolicyVersion') ?? output) : undefined;
  const arn = source.command.flags.get('--policy-arn')?.[0];
  const document = isJsonObject(inner) ? ownField(inner, 'Document') : undefined;
  if (!isJsonObject(inner) || document == null)
    return { part: {}, records: 0, supplied: false, resource: arn };
  return {
    part: {
      managedPolicies: [
        {
          origin: source.origin,
          accountId: source.accountId,
          PolicyArn: arn === undefined ? undefined : toArn(arn),
          PolicyName: arn && bareName(arn),
          VersionId: ownText(inner, 'VersionId'),
          IsDefaultVersion: ownField(inner, 'IsDefaultVersion') === true,
          Document: document,
        },
      ],
    },
    records: 1,
    supplied: true,
    resource: arn,
  };
};

const ATTACHED = v.array(v.object({ PolicyName: v.string(), PolicyArn: v.string() }));

/** A list of attached policies; not supplied when any entry can't be read, so that none is taken for absent. */
export function readAttachedPolicies(value: JsonValue | undefined): readonly AttachedPolicy[] | undefined {
  const parsed = v.safeParse(ATTACHED, value);
  return parsed.success
    ? parsed.output.map(({ PolicyName, PolicyArn }) => ({ PolicyName, PolicyArn: toArn(PolicyArn) }))
    : undefined;
}

/** A list of inline policies with their documents, as they came; not supplied when any entry can't be read. */
export function readInlinePolicies(value: JsonValue | undefined): readonly InlinePolicy[] | undefined {
  if (!isJsonList(value)) return undefined;
  const policies = value.flatMap((item): InlinePolicy[] => {
    if (!isJsonObject(item)) return [];
    const PolicyName = ownText(item, 'PolicyName');
    const PolicyDocument = ownField(item, 'PolicyDocument');
    return PolicyName === undefined || PolicyDocument == null ? [] : [{ PolicyName, PolicyDocument }];
  });
  return policies.length === value.length ? policies : undefined;
}

function listIn(output: JsonValue, key: string): JsonValue | undefined {
  if (isJsonList(output)) return output;
  return isJsonObject(output) ? ownField(output, key) : undefined;
}

type Policies = Pick<RolePoliciesRecord, 'AttachedPolicies' | 'InlinePolicyNames' | 'InlinePolicies'>;

function readPoliciesOfRole(output: JsonValue, source: Source, policies: Policies): Reading {
  const roleName =
    source.command.flags.get('--role-name')?.[0] ??
    (isJsonObject(output) ? ownText(output, 'RoleName') : undefined) ??
    source.soleRole;
  const supplied = Object.values(policies).some((list) => list !== undefined);
  if (roleName === undefined || !supplied) {
    source.note(
      supplied
        ? `${source.command.label}: whose policies these are is not said; add --role-name to the command.`
        : `${source.command.label}: the output holds no list of policies.`,
    );
    return { part: {}, records: 0, supplied: false, resource: roleName };
  }
  return {
    part: {
      rolePolicies: [{ origin: source.origin, accountId: source.accountId, RoleName: roleName, ...policies }],
    },
    records: Object.values(policies).reduce((sum, list) => sum + (list?.length ?? 0), 0),
    supplied: true,
    resource: roleName,
    partial: isJsonObject(output) ? truncationOf(output) : undefined,
  };
}
