import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, rolesOf } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'two-roles',
  title: 'Several roles in one profile',
  docs: DOCS.instanceProfiles,
};

/** A profile with more than one role, which AWS never gives: the input is of an emulator, or of two reads mixed. */
export const twoRoles: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const profile of nodesOf(graph, 'profile')) {
    const links = rolesOf(graph, profile);
    if (links.length < 2) continue;
    const names = links.map(({ role }) => role.name);
    findings.push(
      buildFinding(FACTS, {
        about: profile.id,
        severity: 'info',
        answer: `Profile ${code(profile.name)} is said to hold ${links.length} roles (${listWords(names.map(code))}); on AWS a profile holds one role at most, so the input is of an emulator or was put together.`,
        nodes: [profile, ...links.map(({ role }) => role)],
        edges: links.map(({ edge }) => edge),
        evidence: [evidenceOf(`Roles of ${profile.name}`, names.join(', '), profile.record)],
        fix: {
          sentence:
            'Read the profile from AWS itself. If it was written by Terraform with the old list of roles, keep one: the limit of one role is fixed.',
          command: iamCommand(profile.partition, 'get-instance-profile', {
            'instance-profile-name': profile.name,
          }),
        },
      }),
    );
  }
  return findings;
}
