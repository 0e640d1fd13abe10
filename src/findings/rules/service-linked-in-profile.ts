import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, profilesHolding } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'service-linked-in-profile',
  title: 'Service-linked role in a profile',
  docs: DOCS.serviceLinkedRoles,
};

/** A service-linked role can be assumed by its own service alone, so a profile that holds one gives no credentials. */
export const serviceLinkedInProfile: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (!role.serviceLinked) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length === 0) continue;
    const users = profiles.flatMap(({ profile }) => liveUsersOf(graph, profile));
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        severity: users.length > 0 ? 'critical' : 'warning',
        answer: `Profile ${listWords(profiles.map(({ profile }) => code(profile.name)))} holds the service-linked role ${code(role.name)}, which only its own service can assume, so instances get no credentials.`,
        nodes: [role, ...profiles.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
        edges: profiles.map(({ edge }) => edge),
        evidence: [evidenceOf(`Arn of ${role.name}`, role.arn, role.record)],
        fix: {
          sentence: 'Put a role of your own that trusts ec2.amazonaws.com into the profile in its place.',
          command: profiles
            .slice(0, 5)
            .flatMap(({ profile }) => [
              iamCommand(profile.partition, 'remove-role-from-instance-profile', {
                'instance-profile-name': profile.name,
                'role-name': role.name,
              }),
              iamCommand(profile.partition, 'add-role-to-instance-profile', {
                'instance-profile-name': profile.name,
                'role-name': '<role-name>',
              }),
            ])
            .join('\n'),
        },
      }),
    );
  }
  return findings;
}
