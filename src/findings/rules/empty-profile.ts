import type { Graph, ProfileNode, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Fix, Rule, Severity } from '../finding.ts';
import { liveUsersOf, nodesOf, rolesOf, sourcesNaming } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { profileHints } from '../templates.ts';
import { code, countWords, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'empty-profile', title: 'Empty profile', docs: DOCS.instanceProfiles };

const MARKER =
  'Dismiss this unless the instances need AWS credentials: a bare profile may be meant as an identity marker.';

/** A profile with `Roles: []`: it can be attached, but hands out no credentials. A missing `Roles` is another rule's. */
export const emptyProfile: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const empty = nodesOf(graph, 'profile').filter((profile) => profile.record?.Roles?.length === 0);
  if (empty.length === 0) return [];
  const roles = rolesByName(graph);
  return empty.map((profile) => describe(graph, profile, roles.get(nameKey(profile))));
}

function describe(graph: Graph, profile: ProfileNode, namesake: RoleNode | undefined): Finding {
  const users = liveUsersOf(graph, profile);
  const sources = sourcesNaming(graph, profile);
  const notChecked = notCheckedOf(graph, ['ec2:DescribeInstances'], { accountId: profile.accountId });
  const orphan = users.length === 0 && sources.length === 0 && notChecked.length === 0 && !namesake;
  const severity: Severity = users.length > 0 ? 'critical' : orphan ? 'info' : 'warning';
  return buildFinding(FACTS, {
    about: profile.id,
    severity,
    answer: answer(
      profile,
      users.map(({ instance }) => nodeWords(instance)),
      sources.length,
      orphan,
    ),
    nodes: [
      profile,
      ...users.map(({ instance }) => instance),
      ...sources.map((edge) => graph.nodes.get(edge.from)),
    ],
    edges: [...rolesOf(graph, profile).map(({ edge }) => edge), ...users.map(({ edge }) => edge), ...sources],
    evidence: [
      evidenceOf(`Roles of ${profile.name}`, '[]', profile.record),
      ...users
        .slice(0, 3)
        .map(({ instance }) =>
          evidenceOf(
            `IamInstanceProfile.Arn of ${instance.instanceId}`,
            instance.record?.IamInstanceProfile?.Arn ?? profile.arn,
            instance.record,
          ),
        ),
    ],
    fix: orphan ? deletion(profile) : addition(profile, namesake),
    notChecked: users.length > 0 ? [] : notChecked,
    delay: orphan
      ? undefined
      : 'Credentials appear on running instances within minutes; IAM is eventually consistent.',
  });
}

function answer(profile: ProfileNode, users: readonly string[], sources: number, orphan: boolean): string {
  const name = code(profile.name);
  if (users.length > 0) {
    return `Profile ${name} contains no role, so the metadata service serves no credentials to ${listWords(users)}.`;
  }
  if (sources > 0) {
    return `Profile ${name} contains no role, so instances launched by ${countWords(sources, 'template or configuration', 'templates or configurations')} that name it get no credentials.`;
  }
  return orphan
    ? `Profile ${name} is an orphan: it contains no role, no listed instance uses it, and the IAM console does not show it.`
    : `Profile ${name} contains no role, so an instance that uses it gets no credentials.`;
}

function addition(profile: ProfileNode, namesake: RoleNode | undefined): Fix {
  const role = namesake?.name ?? '<role-name>';
  const which = namesake
    ? `role ${code(namesake.name)}, which has the profile's name`
    : 'the role that its instances need';
  return {
    sentence: `Add ${which}: give the bare role name, no ARN and no path. ${MARKER}`,
    command: iamCommand(profile.partition, 'add-role-to-instance-profile', {
      'instance-profile-name': profile.name,
      'role-name': role,
    }),
    ...profileHints(profile.name, role),
  };
}

function deletion(profile: ProfileNode): Fix {
  return {
    sentence: `Delete ${code(profile.name)}, after a look at other regions and launch templates; the console lists profiles only through roles, and the leftover blocks a new profile of that name. Keep it if it is meant as an identity marker.`,
    command: iamCommand(profile.partition, 'delete-instance-profile', {
      'instance-profile-name': profile.name,
    }),
  };
}

function rolesByName(graph: Graph): ReadonlyMap<string, RoleNode> {
  const roles = new Map<string, RoleNode>();
  for (const role of nodesOf(graph, 'role')) {
    if (role.ghost === undefined && !role.serviceLinked) roles.set(nameKey(role), role);
  }
  return roles;
}

/** IAM tells names apart without regard to letter case. */
function nameKey(node: ProfileNode | RoleNode): string {
  return `${node.accountId ?? ''}/${node.name.toLowerCase()}`;
}
