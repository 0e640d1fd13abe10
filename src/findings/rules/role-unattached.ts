import type { Graph, RoleNode } from '../../graph/graph.ts';
import { unreadHolders } from '../../graph/users-of-profiles.ts';
import type { TrustVerdict } from '../../policy/trust-verdict.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { apartOrTogether } from '../many-alike.ts';
import { profileHints } from '../templates.ts';
import { trustsEc2Alone } from '../trust-parties.ts';
import { code, inAccount, listNodes } from '../words.ts';

const FACTS: RuleFacts = { id: 'role-unattached', title: 'Role in no profile', docs: DOCS.instanceProfiles };

/** A role that EC2 may assume but that no profile holds: no instance can use it, whatever name it is launched with. */
export const roleUnattached: Rule = { ...FACTS, find };

interface Unattached {
  readonly role: RoleNode;
}

function find(graph: Graph): readonly Finding[] {
  const used: Unattached[] = [];
  const idle: Unattached[] = [];
  // Roles with one and the same policy share their verdict, so each policy is looked at once.
  const alone = new Map<TrustVerdict, boolean>();
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer !== 'yes' || role.serviceLinked || role.ghost !== undefined) continue;
    if (profilesHolding(graph, role).length > 0) continue;
    if (unreadHolders(graph.coverage, role.accountId, role.name).length > 0) continue;
    const ec2Alone = alone.get(role.trust) ?? trustsEc2Alone(role);
    alone.set(role.trust, ec2Alone);
    (ec2Alone ? idle : used).push({ role });
  }
  return [true, false].flatMap((ec2Alone) =>
    apartOrTogether(
      ec2Alone ? idle : used,
      ({ role }) => describe(role, ec2Alone),
      (alike, accountId) => describeAll(alike, accountId, ec2Alone),
    ),
  );
}

/** A role that others than EC2 may assume as well has its use without a profile. */
function describe(role: RoleNode, ec2Alone: boolean): Finding {
  const name = { 'instance-profile-name': role.name };
  const create = iamCommand(role.partition, 'create-instance-profile', name);
  const add = iamCommand(role.partition, 'add-role-to-instance-profile', { ...name, 'role-name': role.name });
  return buildFinding(FACTS, {
    about: role.id,
    severity: ec2Alone ? 'warning' : 'info',
    answer: `Role ${code(role.name)} trusts EC2 but is in no instance profile${inAccount(role.accountId)}, so no instance can use it.`,
    nodes: [role],
    evidence: [
      evidenceOf(`RoleName ${role.name}, in the Roles of no profile`, role.roleId ?? role.name, role.record),
      evidenceOf(
        `RoleLastUsed.LastUsedDate of ${role.name}`,
        role.record?.RoleLastUsed?.LastUsedDate,
        role.record,
      ),
    ],
    fix: {
      sentence: `Create an instance profile, add role ${code(role.name)} to it, then launch with the profile's name; EC2 never takes a role name in its place. Delete the role if nothing needs it.`,
      command: `${create}\n${add}`,
      ...profileHints(role.name, role.name),
    },
    delay:
      'EC2 may take up to a minute to know a new profile; until then a launch says that its name is invalid.',
  });
}

function describeAll(
  alike: readonly Unattached[],
  accountId: RoleNode['accountId'],
  ec2Alone: boolean,
): Finding {
  const roles = alike.map(({ role }) => role);
  const [first] = roles;
  return buildFinding(FACTS, {
    about: `account:${accountId ?? ''}:${ec2Alone ? 'ec2-alone' : 'others-too'}`,
    severity: ec2Alone ? 'warning' : 'info',
    title: 'Roles in no profile',
    answer: `${roles.length} roles trust EC2 but are in no instance profile${inAccount(accountId)} (${listNodes(roles)}), so no instance can use them.`,
    nodes: roles,
    evidence: roles
      .slice(0, 3)
      .map((role) =>
        evidenceOf(
          `RoleName ${role.name}, in the Roles of no profile`,
          role.roleId ?? role.name,
          role.record,
        ),
      ),
    fix: {
      sentence:
        "For each that an instance should use, create an instance profile, add the role to it, then launch with the profile's name. Delete those that nothing needs; RoleLastUsed tells whether anything does.",
      command: first && iamCommand(first.partition, 'get-role', { 'role-name': first.name }),
    },
  });
}
