import { indexBy } from '../base/index-by.ts';
import type { JsonValue } from '../base/json.ts';
import type { Graph, PolicyNode, RoleNode } from '../graph/graph.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import { allowsAction, statementsOfAll } from '../policy/permissions.ts';

/** The permissions of roles, as far as they were read. */
export interface Permissions {
  readonly of: (role: RoleNode) => RolePoliciesRecord | undefined;
  /** Documents of a role's inline policies, and of its managed ones where they were read. */
  readonly documentsOf: (record: RolePoliciesRecord) => readonly NamedDocument[];
}

interface NamedDocument {
  readonly name: string;
  readonly document: JsonValue;
}

/** Indexed once for each graph, as several rules ask. */
const known = new WeakMap<Graph, Permissions>();

/** What was read about policies, ready to be looked up by role. */
export function permissionsOf(graph: Graph): Permissions {
  const permissions = known.get(graph) ?? indexPermissions(graph);
  known.set(graph, permissions);
  return permissions;
}

function indexPermissions(graph: Graph): Permissions {
  const byRole = indexBy(graph.inventory.rolePolicies, (record) => key(record.accountId, record.RoleName));
  const byArn = indexBy(
    graph.byKind.policy.filter((policy) => policy.document !== undefined),
    (policy) => policy.arn,
  );
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

function managed(policy: PolicyNode | undefined, name: string): readonly NamedDocument[] {
  return policy?.document === undefined ? [] : [{ name, document: policy.document }];
}

function key(accountId: string | undefined, roleName: string): string {
  return `${accountId ?? ''}/${roleName}`;
}

const SSM_POLICY =
  /AmazonSSMManagedInstanceCore|AmazonSSMManagedEC2InstanceDefaultPolicy|AmazonEC2RoleforSSM|AdministratorAccess/;

/** Whether a role lets Systems Manager manage its instances, as far as its policies were read. */
export function ssmRights(role: RoleNode, permissions: Permissions): 'has' | 'lacks' | 'unknown' {
  const record = permissions.of(role);
  if (record === undefined) return 'unknown';
  if (record.AttachedPolicies?.some((policy) => SSM_POLICY.test(policy.PolicyArn))) return 'has';
  const documents = permissions.documentsOf(record);
  const { statements } = statementsOfAll(documents.map(({ document }) => document));
  if (allowsAction(statements, 'ssm:UpdateInstanceInformation') !== 'not-allowed') return 'has';
  const inline = record.InlinePolicies?.length ?? record.InlinePolicyNames?.length;
  const named = (record.AttachedPolicies?.length ?? 0) + (inline ?? 0);
  const wholly = record.AttachedPolicies !== undefined && inline !== undefined && named === documents.length;
  return wholly || (record.AttachedPolicies !== undefined && onlyAwsPolicies(record)) ? 'lacks' : 'unknown';
}

/** The names of AWS's own policies tell what they allow well enough: none but those above is for Systems Manager's agent. */
function onlyAwsPolicies(record: RolePoliciesRecord): boolean {
  const inline = record.InlinePolicies ?? record.InlinePolicyNames;
  return (
    inline?.length === 0 &&
    (record.AttachedPolicies ?? []).every(({ PolicyArn }) => PolicyArn.includes(':iam::aws:'))
  );
}
