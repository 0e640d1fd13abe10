import { parseArn } from '../../base/arn.ts';
import type { Graph } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = { id: 'boundary-present', title: 'Permissions boundary', docs: DOCS.boundaries };

/** A role for EC2 whose rights a permissions boundary limits. List calls leave boundaries out, so only a full record tells. */
export const boundaryPresent: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    const arn = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
    if (arn === undefined || role.serviceLinked) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length === 0 && role.trust?.answer !== 'yes') continue;
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        severity: 'info',
        answer: `Role ${code(role.name)} has a permissions boundary: its rights are limited to what policy ${code(parseArn(arn)?.name ?? arn)} also allows.`,
        nodes: [role, ...profiles.map(({ profile }) => profile)],
        evidence: [
          evidenceOf(`PermissionsBoundary.PermissionsBoundaryArn of ${role.name}`, arn, role.record),
        ],
        fix: {
          sentence: `Nothing to repair. When a call of this role is denied though its policies allow it, look into the boundary ${code(arn)} too.`,
          command: iamCommand(role.partition, 'get-policy', { 'policy-arn': arn }),
        },
      }),
    );
  }
  return findings;
}
