import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'role-made-again', title: 'Role read under two ids', docs: DOCS.identifiers };

/** One ARN, two unique ids: the role was deleted and made again between two reads, so one of them is out of date. */
export const roleMadeAgain: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.otherRoleIds === undefined || role.otherRoleIds.length === 0) continue;
    const profiles = profilesHolding(graph, role);
    const others = listWords(role.otherRoleIds.map(code));
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        severity: 'unknown',
        answer: `Cannot tell which of two roles named ${code(role.name)} the profile holds: one read gives the id ${code(role.roleId ?? '')}, another ${others}. The role was deleted and made again in between, so one read is out of date.`,
        nodes: [role, ...profiles.map(({ profile }) => profile)],
        edges: profiles.map(({ edge }) => edge),
        evidence: [
          evidenceOf(`RoleId of ${role.name}`, role.roleId, role.record),
          ...profiles
            .slice(0, 3)
            .flatMap(({ profile }) =>
              (profile.record?.Roles ?? [])
                .filter((each) => each.RoleName === role.name)
                .map((each) => evidenceOf(`Roles[].RoleId in ${profile.name}`, each.RoleId, profile.record)),
            ),
        ],
        fix: {
          sentence:
            'Read profiles and roles again at one time. Policies of others that name the old role keep its id and grant nothing to the new one.',
          command: ['list-instance-profiles', 'list-roles']
            .map((command) => iamCommand(role.partition, command, { output: 'json' }))
            .join('\n'),
        },
        notChecked: [
          { call: 'iam:ListRoles', why: 'The reads of roles and of profiles are of different times.' },
        ],
        delay: 'Sessions of the deleted role stay valid until they expire, but have no permissions.',
      }),
    );
  }
  return findings;
}
