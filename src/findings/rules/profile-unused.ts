import { groupBy } from '../../base/index-by.ts';
import type { Graph, GraphEdge, ProfileNode, RoleNode } from '../../graph/graph.ts';
import { unreadUsers } from '../../graph/users-of-profiles.ts';
import type { AccountId } from '../../inventory/ids.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, NotChecked, Rule } from '../finding.ts';
import { instanceGroups } from '../instance-groups.ts';
import { isNamed, nodesOf, rolesOf } from '../lookup.ts';
import { wasRead, whyIncomplete } from '../not-checked.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'profile-unused', title: 'Unused profile', docs: DOCS.deleteRoles };

interface Unused {
  readonly profile: ProfileNode;
  readonly role: RoleNode;
  readonly edge: GraphEdge;
}

/**
 * Profiles that no listed instance, template or configuration uses, in one finding a role. They are called unused only when
 * all that could use them was read; where no instance was read at all there is nothing to say.
 */
export const profileUnused: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const unused: Unused[] = [];
  const { liveUsers } = instanceGroups(graph);
  const readIn = new Map<string | undefined, boolean>();
  const isRead = (accountId: AccountId | undefined) => {
    const known = readIn.get(accountId) ?? wasRead(graph, 'ec2:DescribeInstances', { accountId });
    readIn.set(accountId, known);
    return known;
  };
  const remade = new Set(
    nodesOf(graph, 'profile').flatMap(({ ghost }) => (ghost?.kind === 'gone' ? (ghost.remadeAs ?? []) : [])),
  );
  for (const profile of nodesOf(graph, 'profile')) {
    if (profile.record === undefined || isNamed(graph, profile)) continue;
    // Instances that still point at its deleted forerunner mean this one.
    if (liveUsers.has(profile.id) || remade.has(profile.id)) continue;
    const [link] = rolesOf(graph, profile);
    if (link === undefined || link.role.ghost !== undefined) continue;
    if (!isRead(profile.accountId)) continue;
    unused.push({ profile, ...link });
  }
  return [...groupBy(unused, ({ role }) => role.id).values()].flatMap((group) => describe(graph, group));
}

function describe(graph: Graph, group: readonly Unused[]): readonly Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { role } = first;
  const notChecked: readonly NotChecked[] = unreadUsers(graph.coverage, first.profile.accountId).map(
    (answer) => ({
      call: answer.call,
      why: whyIncomplete(answer),
    }),
  );
  const profiles = group.map(({ profile }) => profile);
  const many = profiles.length > 1;
  const names = listWords(profiles.map((profile) => code(profile.name)));
  const subject = many
    ? `${profiles.length} profiles of role ${code(role.name)} (${names}) are`
    : `Profile ${names} of role ${code(role.name)} is`;
  const sure = notChecked.length === 0;
  return [
    buildFinding(FACTS, {
      about: role.id,
      severity: 'info',
      title: sure ? (many ? 'Unused profiles' : FACTS.title) : 'No user of the profile seen',
      answer: sure
        ? `${subject} unused: no instance, launch template or launch configuration of any enabled region names ${many ? 'them' : 'it'}.`
        : `${subject} used by no listed instance; not read: ${notChecked.map(({ call }) => call).join(', ')}.`,
      nodes: [...profiles, role],
      edges: group.map(({ edge }) => edge),
      evidence: profiles
        .slice(0, 5)
        .map((profile) =>
          evidenceOf(`CreateDate of ${profile.name}`, profile.record?.CreateDate, profile.record),
        ),
      fix: {
        sentence: sure
          ? `Delete ${many ? 'them' : 'it'} if no script names ${many ? 'them' : 'it'}: take the role out first, then delete the profile.`
          : 'Check other regions and launch templates before deleting anything.',
        command: profiles
          .slice(0, 5)
          .flatMap((profile) => [
            iamCommand(profile.partition, 'remove-role-from-instance-profile', {
              'instance-profile-name': profile.name,
              'role-name': role.name,
            }),
            iamCommand(profile.partition, 'delete-instance-profile', {
              'instance-profile-name': profile.name,
            }),
          ])
          .join('\n'),
      },
      notChecked,
    }),
  ];
}
