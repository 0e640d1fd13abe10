import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, rolesOf } from '../lookup.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'roles-not-supplied',
  title: 'Role of the profile not supplied',
  docs: DOCS.listInstanceProfiles,
};

/** A profile record without the key `Roles`, as a trimmed `--query` leaves it: not supplied is not empty. */
export const rolesNotSupplied: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const profile of nodesOf(graph, 'profile')) {
    if (profile.record === undefined || profile.record.Roles !== undefined) continue;
    const roles = rolesOf(graph, profile);
    if (roles.some(({ role }) => role.ghost === undefined)) continue;
    const users = liveUsersOf(graph, profile);
    findings.push(
      buildFinding(FACTS, {
        about: profile.id,
        severity: 'unknown',
        answer: `Cannot tell which role profile ${code(profile.name)} holds: the input leaves out its Roles, which is not the same as an empty profile.`,
        nodes: [profile, ...users.map(({ instance }) => instance)],
        edges: [...roles.map(({ edge }) => edge), ...users.map(({ edge }) => edge)],
        evidence: [evidenceOf(`Roles of ${profile.name}`, '(key not supplied)', profile.record)],
        fix: {
          sentence:
            'The file does not say which role this profile holds; ask for the full output of this command, without --query.',
          command: iamCommand(profile.partition, 'list-instance-profiles', { output: 'json' }),
        },
        notChecked: [
          {
            call: 'iam:ListInstanceProfiles',
            why: `Its output was supplied without the Roles of ${code(profile.name)}.`,
          },
        ],
      }),
    );
  }
  return findings;
}
