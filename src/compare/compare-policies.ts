import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { RoleNode } from '../graph/graph.ts';
import type { CallName } from '../inventory/calls.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import { decodeDocument } from '../policy/decode-document.ts';
import { canonical } from './canonical.ts';
import type { Difference } from './difference.ts';
import type { Side } from './presence.ts';

/** The policies of a role as far as they were read. An absent list was not, or not to its end. */
export interface RolePolicies {
  readonly attached?: ReadonlySet<string> | undefined;
  readonly inline?: ReadonlySet<string> | undefined;
  /** The documents that are known, in one spelling, by their name. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Looks up the policies of a role on one side. */
export function policiesOf({ graph }: Side): (role: RoleNode) => RolePolicies {
  const byName = groupBy(graph.inventory.rolePolicies, (record) => record.RoleName);
  return (role) => {
    const records = (byName.get(role.name) ?? []).filter(
      ({ accountId }) => accountId === undefined || accountId === role.accountId,
    );
    const isWhole = (call: CallName) =>
      [call, 'iam:GetAccountAuthorizationDetails' as const].some(
        (each) => graph.coverage.of(each, { accountId: role.accountId, resource: role.name }).complete,
      );
    return {
      attached: isWhole('iam:ListAttachedRolePolicies') ? attachedOf(records) : undefined,
      inline: isWhole('iam:ListRolePolicies') ? inlineOf(records) : undefined,
      documents: documentsOf(records),
    };
  };
}

/** What differs between two reads of a role's policies, as far as both have them. */
export function policyDifferences(before: RolePolicies, after: RolePolicies): readonly Difference[] {
  const differences: Difference[] = [];
  const attached = difference(before.attached, after.attached);
  if (attached.added.length + attached.removed.length > 0)
    differences.push({ kind: 'attached-policies', ...attached });
  const inline = difference(before.inline, after.inline);
  const edited = Array.from(before.documents.keys())
    .filter((name) => {
      const is = after.documents.get(name);
      return is !== undefined && is !== before.documents.get(name);
    })
    .sort(compareText);
  if (inline.added.length + inline.removed.length + edited.length > 0)
    differences.push({ kind: 'inline-policies', ...inline, edited });
  return differences;
}

function difference(before: ReadonlySet<string> | undefined, after: ReadonlySet<string> | undefined) {
  if (before === undefined || after === undefined) return { added: [], removed: [] };
  return { added: lacking(after, before), removed: lacking(before, after) };
}

function lacking(from: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...from].filter((name) => !other.has(name)).sort(compareText);
}

function attachedOf(records: readonly RolePoliciesRecord[]): ReadonlySet<string> | undefined {
  const lists = records.flatMap((record) =>
    record.AttachedPolicies === undefined ? [] : [record.AttachedPolicies],
  );
  return lists.length === 0 ? undefined : new Set(lists.flat().map((policy) => policy.PolicyName));
}

function inlineOf(records: readonly RolePoliciesRecord[]): ReadonlySet<string> | undefined {
  const lists = records.flatMap((record) => {
    const names = record.InlinePolicyNames ?? record.InlinePolicies?.map((policy) => policy.PolicyName);
    return names === undefined ? [] : [names];
  });
  return lists.length === 0 ? undefined : new Set(lists.flat());
}

function documentsOf(records: readonly RolePoliciesRecord[]): ReadonlyMap<string, string> {
  return new Map(
    records
      .flatMap((record) => record.InlinePolicies ?? [])
      .flatMap(({ PolicyName, PolicyDocument }): readonly (readonly [string, string])[] => {
        const decoded = decodeDocument(PolicyDocument);
        return decoded.ok ? [[PolicyName, canonical(decoded.value)]] : [];
      }),
  );
}
