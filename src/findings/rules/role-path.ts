import { parseArn } from '../../base/arn.ts';
import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamArn } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'role-path', title: 'Role has a path', docs: DOCS.eksAwsAuth };

/** A role with a path in a profile: its ARN can't be told from the profile or from an STS session, and EKS wants it without. */
export const rolePath: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    const path = role.record?.Path ?? (role.arn === undefined ? '/' : parseArn(role.arn)?.path);
    if (path === undefined || path === '/' || role.serviceLinked || role.ghost !== undefined) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length === 0) continue;
    const bare = iamArn(role.partition, role.accountId, 'role', role.name);
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        severity: 'info',
        answer: `Role ${code(role.name)} in profile ${listWords(profiles.map(({ profile }) => code(profile.name)))} has the path ${code(path)}, which STS session ARNs leave out; the chain itself is not touched by it.`,
        nodes: [role, ...profiles.map(({ profile }) => profile)],
        edges: profiles.map(({ edge }) => edge),
        evidence: [
          evidenceOf(`Path of ${role.name}`, path, role.record),
          evidenceOf(`Arn of ${role.name}`, role.arn, role.record),
        ],
        fix: {
          sentence: `IAM itself is fine. On EKS list the role ARN without its path in the aws-auth ConfigMap: ${code(bare)}. Elsewhere match by role name or id, not by an ARN put together from the session.`,
        },
      }),
    );
  }
  return findings;
}
