import type { Graph, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, type ProfileLink, profilesHolding } from '../lookup.ts';
import { apartOrTogether } from '../many-alike.ts';
import { code, inAccount, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'names-differ',
  title: 'Profile and role names differ',
  docs: DOCS.instanceProfiles,
};

const DATABRICKS = /databricks|dbx/i;

/** A profile and its role with different names, which AWS allows and tools trip over. One finding a role, or one for many. */
export const namesDiffer: Rule = { ...FACTS, find };

interface Differing {
  readonly role: RoleNode;
  readonly links: readonly ProfileLink[];
}

function find(graph: Graph): readonly Finding[] {
  const found: Differing[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.ghost !== undefined) continue;
    const links = profilesHolding(graph, role).filter(({ edge }) => edge.namesDiffer === true);
    if (links.length > 0) found.push({ role, links });
  }
  return apartOrTogether(found, describe, describeAll);
}

function describe({ role, links }: Differing): Finding {
  const profiles = links.map(({ profile }) => profile);
  const names = listWords(profiles.map((profile) => code(profile.name)));
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'info',
    answer: `Profile ${names} ${profiles.length === 1 ? 'holds' : 'hold'} role ${code(role.name)}: the names differ, which is valid.`,
    nodes: [role, ...profiles],
    edges: links.map(({ edge }) => edge),
    evidence: profiles
      .slice(0, 3)
      .map((profile) => evidenceOf(`Roles[0].RoleName of ${profile.name}`, role.name, profile.record)),
    fix: {
      sentence: `Nothing to repair: the profile and the role have different names, so use the profile name for EC2 and the role name ${code(role.name)} for IAM. A tool that looks up a role named like the profile needs the real role name${[role, ...profiles].some(({ name }) => DATABRICKS.test(name)) ? '; Databricks SQL Serverless wants it as the IAM role ARN beside the profile' : ''}.`,
      command: iamCommand(role.partition, 'list-instance-profiles-for-role', { 'role-name': role.name }),
    },
  });
}

function describeAll(alike: readonly Differing[], accountId: RoleNode['accountId']): Finding {
  const links = alike.flatMap((each) => each.links);
  const [example] = alike;
  const pair = example?.links[0] && { profile: example.links[0].profile.name, role: example.role.name };
  return buildFinding(FACTS, {
    about: `account:${accountId ?? ''}`,
    severity: 'info',
    answer: `${links.length} profiles${inAccount(accountId)} hold a role of another name${pair ? `, such as ${code(pair.profile)} with role ${code(pair.role)}` : ''}: this is valid.`,
    nodes: [...alike.map(({ role }) => role), ...links.map(({ profile }) => profile)],
    edges: links.map(({ edge }) => edge),
    evidence: links
      .slice(0, 3)
      .map(({ profile }) =>
        evidenceOf(
          `Roles[0].RoleName of ${profile.name}`,
          profile.record?.Roles?.[0]?.RoleName,
          profile.record,
        ),
      ),
    fix: {
      sentence:
        'Nothing to repair: use the profile name for EC2 and the role name for IAM. A tool that looks up a role named like the profile needs the real role name.',
    },
  });
}
