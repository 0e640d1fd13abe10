import type { Graph, RoleNode } from '../../graph/graph.ts';
import { listsAreComplete } from '../../graph/role-policies.ts';
import type { RolePoliciesRecord } from '../../inventory/records.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, profilesHolding } from '../lookup.ts';
import { permissionsOf } from '../permissions.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'role-without-permissions',
  title: 'Role has no permissions',
  docs: DOCS.accessDenied,
};

/** A role in a profile with no policy at all: said only when both lists were read to their end and are empty. */
export const roleWithoutPermissions: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.rolePolicies.length === 0) return [];
  const permissions = permissionsOf(graph);
  return nodesOf(graph, 'role').flatMap((role) => {
    const record = permissions.of(role);
    if (record === undefined || !hasNone(record) || role.serviceLinked) return [];
    if (!listsAreComplete(graph, role)) return [];
    const held = profilesHolding(graph, role).length > 0 || role.trust?.answer === 'yes';
    return held ? [describe(graph, role, record)] : [];
  });
}

function hasNone(record: RolePoliciesRecord): boolean {
  const inline = record.InlinePolicyNames ?? record.InlinePolicies;
  return record.AttachedPolicies?.length === 0 && inline?.length === 0 && !record.InlinePolicies?.length;
}

function describe(graph: Graph, role: RoleNode, record: RolePoliciesRecord): Finding {
  const profiles = profilesHolding(graph, role);
  const users = profiles.flatMap(({ profile }) => liveUsersOf(graph, profile));
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'warning',
    answer: `Role ${code(role.name)} has no permissions: neither a managed nor an inline policy, so instances get credentials but AWS denies what they ask for.`,
    nodes: [role, ...profiles.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
    evidence: [
      evidenceOf(`AttachedPolicies of ${role.name}`, '[]', record),
      evidenceOf(`PolicyNames of ${role.name}`, '[]', record),
    ],
    fix: {
      sentence: `Attach a policy that allows what the instances need, for example one for their S3 buckets, to role ${code(role.name)}; for resources of other accounts check their own policy (such as the bucket policy) too.`,
      command: iamCommand(role.partition, 'attach-role-policy', {
        'role-name': role.name,
        'policy-arn': '<policy-arn>',
      }),
    },
    delay: 'A new policy counts within seconds to minutes, also for credentials already handed out.',
  });
}
