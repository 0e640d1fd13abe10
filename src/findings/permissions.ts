import { indexBy } from '../base/index-by.ts';
import type { JsonValue } from '../base/json.ts';
import type { Graph, RoleNode } from '../graph/graph.ts';
import type { ManagedPolicyRecord, RolePoliciesRecord } from '../inventory/records.ts';

/** The permissions of roles, as far as they were read. */
export interface Permissions {
  readonly of: (role: RoleNode) => RolePoliciesRecord | undefined;
  /** Documents of a role's inline policies, and of its managed ones where they were read. */
  readonly documentsOf: (record: RolePoliciesRecord) => readonly NamedDocument[];
}

export interface NamedDocument {
  readonly name: string;
  readonly document: JsonValue;
}

/** Indexes what was read about policies: one pass, then lookups by role. */
export function permissionsOf(graph: Graph): Permissions {
  const byRole = indexBy(graph.inventory.rolePolicies, (record) => key(record.accountId, record.RoleName));
  const byArn = indexBy(graph.inventory.managedPolicies, (record) => record.PolicyArn);
  return {
    of: (role) => byRole.get(key(role.accountId, role.name)) ?? byRole.get(key(undefined, role.name)),
    documentsOf: (record) => [
      ...(record.InlinePolicies ?? []).map(({ PolicyName, PolicyDocument }) => ({
        name: PolicyName,
        document: PolicyDocument,
      })),
      ...(record.AttachedPolicies ?? []).flatMap((policy) =>
        managed(byArn.get(policy.PolicyArn), policy.PolicyName),
      ),
    ],
  };
}

function managed(record: ManagedPolicyRecord | undefined, name: string): readonly NamedDocument[] {
  return record?.Document === undefined ? [] : [{ name, document: record.Document }];
}

function key(accountId: string | undefined, roleName: string): string {
  return `${accountId ?? ''}/${roleName}`;
}
