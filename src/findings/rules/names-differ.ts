import { groupBy } from '../../base/index-by.ts';
import type { Graph, GraphEdge } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'names-differ',
  title: 'Profile and role names differ',
  docs: DOCS.instanceProfiles,
};

/** A profile and its role with different names, which AWS allows and tools trip over. One finding a role. */
export const namesDiffer: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const differing = graph.edges.filter((edge) => edge.kind === 'holds' && edge.namesDiffer === true);
  return [...groupBy(differing, (edge) => edge.to).values()].flatMap((edges) => describe(graph, edges));
}

function describe(graph: Graph, edges: readonly GraphEdge[]): readonly Finding[] {
  const role = edges[0] === undefined ? undefined : graph.nodes.get(edges[0].to);
  if (role?.kind !== 'role' || role.ghost !== undefined) return [];
  const profiles = edges.flatMap((edge) => {
    const profile = graph.nodes.get(edge.from);
    return profile?.kind === 'profile' ? [profile] : [];
  });
  const names = listWords(profiles.map((profile) => code(profile.name)));
  return [
    buildFinding(FACTS, {
      about: role.id,
      severity: 'info',
      answer: `Profile ${names} ${profiles.length === 1 ? 'holds' : 'hold'} role ${code(role.name)}: the names differ, which is valid.`,
      nodes: [role, ...profiles],
      edges,
      evidence: profiles
        .slice(0, 3)
        .map((profile) => evidenceOf(`Roles[0].RoleName of ${profile.name}`, role.name, profile.record)),
      fix: {
        sentence: `Nothing to repair: the profile and the role have different names, so use the profile name for EC2 and the role name ${code(role.name)} for IAM. A tool that looks up a role named like the profile needs the real role name${/databricks|dbx/i.test(`${names}${role.name}`) ? '; Databricks SQL Serverless wants it as the IAM role ARN beside the profile' : ''}.`,
        command: iamCommand(role.partition, 'list-instance-profiles-for-role', { 'role-name': role.name }),
      },
    }),
  ];
}
