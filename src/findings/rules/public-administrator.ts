import type { Graph, InstanceNode, RoleNode } from '../../graph/graph.ts';
import type { RolePoliciesRecord } from '../../inventory/records.ts';
import { isAdministrator, isAdministratorPolicy } from '../../policy/permissions.ts';
import { readStatements } from '../../policy/statement.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Evidence, Finding, Rule } from '../finding.ts';
import { instanceGroups, publicAddress } from '../instance-groups.ts';
import { liveUsersOf, nodesOf, profilesHolding } from '../lookup.ts';
import { type Permissions, permissionsOf } from '../permissions.ts';
import { code, nodeWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'public-administrator',
  title: 'Public address and administrator access',
  docs: DOCS.bestPractices,
};

/** A live instance with a public address whose role may do everything in the account: one hole away from losing all of it. */
export const publicAdministrator: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.rolePolicies.length === 0) return [];
  const permissions = permissionsOf(graph);
  const { inPublic } = instanceGroups(graph);
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer === 'no' || role.record?.PermissionsBoundary !== undefined) continue;
    const holders = profilesHolding(graph, role).filter(({ profile }) => inPublic.has(profile.id));
    const proof = holders.length === 0 ? undefined : proofOf(permissions.of(role), permissions);
    if (proof === undefined) continue;
    for (const { edge, profile } of holders) {
      for (const user of liveUsersOf(graph, profile)) {
        if (publicAddress(user.instance) === undefined) continue;
        findings.push(describe(user.instance, role, proof, [profile], [user.edge, edge]));
      }
    }
  }
  return findings;
}

function proofOf(record: RolePoliciesRecord | undefined, permissions: Permissions): Evidence | undefined {
  if (record === undefined) return undefined;
  const attached = record.AttachedPolicies?.find((policy) => isAdministratorPolicy(policy.PolicyArn));
  if (attached) return evidenceOf(`AttachedPolicies of ${record.RoleName}`, attached.PolicyArn, record);
  const open = permissions.documentsOf(record).find(({ document }) => allowsEverything(document));
  return open && evidenceOf(`policy ${open.name} of ${record.RoleName}`, 'Allow * on *', record);
}

function allowsEverything(document: Parameters<typeof readStatements>[0]): boolean {
  if (typeof document === 'string' && !/\*|%2a/i.test(document)) return false;
  const statements = readStatements(document);
  return statements.ok && isAdministrator(statements.value);
}

function describe(
  instance: InstanceNode,
  role: RoleNode,
  proof: Evidence,
  profiles: Parameters<typeof buildFinding>[1]['nodes'],
  edges: Parameters<typeof buildFinding>[1]['edges'],
): Finding {
  return buildFinding(FACTS, {
    about: `${instance.id}:${role.id}`,
    severity: 'critical',
    answer: `${nodeWords(instance)} has the public address ${code(publicAddress(instance) ?? '')} and runs as role ${code(role.name)}, which has administrator access: whoever gets into the host owns the account.`,
    nodes: [instance, ...profiles, role],
    edges,
    evidence: [
      evidenceOf(`PublicIpAddress of ${instance.instanceId}`, publicAddress(instance), instance.record),
      proof,
    ],
    fix: {
      sentence: `Give role ${code(role.name)} only the rights that the instance needs, in place of AdministratorAccess; require IMDSv2, and take the public address off if it needs none.`,
      command: iamCommand(role.partition, 'detach-role-policy', {
        'role-name': role.name,
        'policy-arn': `arn:${role.partition ?? 'aws'}:iam::aws:policy/AdministratorAccess`,
      }),
    },
    delay: 'Detaching a policy counts within seconds to minutes, also for credentials already handed out.',
  });
}
