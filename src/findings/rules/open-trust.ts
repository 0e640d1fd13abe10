import type { Graph, RoleNode } from '../../graph/graph.ts';
import { type OpenStatement, openToAnyone } from '../../policy/trust-facts.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import { EC2_SERVICE, editTrustCommand } from '../ec2-trust.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { trustHints } from '../templates.ts';
import { trustMentions } from '../trust-parties.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = { id: 'open-trust', title: 'Anyone may assume the role', docs: DOCS.principal };

/** A trust policy with an unconditional Allow for everyone: any AWS account may take the role. */
export const openTrust: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (!trustMentions(role, /\*|%2a|NotPrincipal/i)) continue;
    const [open] = openToAnyone(role.record?.AssumeRolePolicyDocument);
    // Behind a Deny for all, which the trust verdict reports, the wildcard lets nobody in.
    const denied = role.trust?.answer === 'no' && role.trust.reason === 'denied';
    if (open === undefined || open.conditionKeys.length > 0 || denied) continue;
    findings.push(describe(graph, role, open));
  }
  return findings;
}

function describe(graph: Graph, role: RoleNode, open: OpenStatement): Finding {
  const profiles = profilesHolding(graph, role);
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'critical',
    answer: `Anyone in any AWS account may assume role ${code(role.name)}: statement ${open.statement + 1} of its trust policy allows the wildcard principal without a condition.`,
    nodes: [role, ...profiles.map(({ profile }) => profile)],
    edges: profiles.map(({ edge }) => edge),
    evidence: [
      evidenceOf(
        `Principal in statement ${open.statement + 1} of the trust policy of ${role.name}`,
        '*',
        role.record,
      ),
    ],
    fix: {
      sentence: `Replace the wildcard with Service ${EC2_SERVICE}, or with the ARNs of those who need the role, in the trust policy of ${code(role.name)}.`,
      command: editTrustCommand(role),
      ...trustHints(EC2_SERVICE),
    },
    delay:
      'Sessions that were already handed out stay valid until they expire; revoke them on the role if the wildcard was not meant.',
  });
}
