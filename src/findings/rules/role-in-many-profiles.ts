import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { code, countWords, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'role-in-many-profiles',
  title: 'Role in many profiles',
  docs: DOCS.instanceProfiles,
};

/** A role that several profiles hold: never a fault, but a change to it reaches the instances of all of them. */
export const roleInManyProfiles: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  const { liveUsers } = instanceGroups(graph);
  for (const role of nodesOf(graph, 'role')) {
    if (role.ghost !== undefined) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length < 2) continue;
    const users = profiles.reduce((sum, { profile }) => sum + (liveUsers.get(profile.id) ?? 0), 0);
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        severity: 'info',
        answer: `Role ${code(role.name)} is in ${profiles.length} profiles (${listWords(profiles.map(({ profile }) => code(profile.name)))}), which together serve ${countWords(users, 'listed instance')}.`,
        nodes: [role, ...profiles.map(({ profile }) => profile)],
        edges: profiles.map(({ edge }) => edge),
        evidence: profiles
          .slice(0, 5)
          .map(({ profile }) =>
            evidenceOf(`Roles[0].RoleName of ${profile.name}`, role.name, profile.record),
          ),
        fix: {
          sentence: `Nothing to repair: a role may be in many profiles. Remember that a change to role ${code(role.name)} reaches the instances of all of them.`,
          command: iamCommand(role.partition, 'list-instance-profiles-for-role', { 'role-name': role.name }),
        },
      }),
    );
  }
  return findings;
}
