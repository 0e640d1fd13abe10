import type { Graph, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, type ProfileLink, profilesHolding } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'names-differ',
  title: 'Profile and role names differ',
  docs: DOCS.instanceProfiles,
};

const DATABRICKS = /databricks|dbx/i;

/** A profile and its role with different names, which AWS allows and tools trip over. One finding a role. */
export const namesDiffer: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.ghost !== undefined) continue;
    const differing = profilesHolding(graph, role).filter(({ edge }) => edge.namesDiffer === true);
    if (differing.length > 0) findings.push(describe(role, differing));
  }
  return findings;
}

function describe(role: RoleNode, differing: readonly ProfileLink[]): Finding {
  const profiles = differing.map(({ profile }) => profile);
  const names = listWords(profiles.map((profile) => code(profile.name)));
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'info',
    answer: `Profile ${names} ${profiles.length === 1 ? 'holds' : 'hold'} role ${code(role.name)}: the names differ, which is valid.`,
    nodes: [role, ...profiles],
    edges: differing.map(({ edge }) => edge),
    evidence: profiles
      .slice(0, 3)
      .map((profile) => evidenceOf(`Roles[0].RoleName of ${profile.name}`, role.name, profile.record)),
    fix: {
      sentence: `Nothing to repair: the profile and the role have different names, so use the profile name for EC2 and the role name ${code(role.name)} for IAM. A tool that looks up a role named like the profile needs the real role name${[role, ...profiles].some(({ name }) => DATABRICKS.test(name)) ? '; Databricks SQL Serverless wants it as the IAM role ARN beside the profile' : ''}.`,
      command: iamCommand(role.partition, 'list-instance-profiles-for-role', { 'role-name': role.name }),
    },
  });
}
