import type { Graph, RoleNode } from '../../graph/graph.ts';
import type { TrustNote } from '../../policy/trust-verdict.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import { allowEc2Command, EC2_SERVICE } from '../ec2-trust.ts';
import type { Finding, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, profilesHolding } from '../lookup.ts';
import { trustHints } from '../templates.ts';
import { trustedServices } from '../trust-parties.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'trust-spelling',
  title: 'EC2 named in one spelling only',
  docs: DOCS.principal,
};

const CHINA_SERVICE = 'ec2.amazonaws.com.cn';

/** A trust that works but names EC2 in a spelling that something in its partition may not take. */
export const trustSpelling: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer !== 'yes' || role.trust.note === undefined) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length === 0) continue;
    const users = profiles.flatMap(({ profile }) => liveUsersOf(graph, profile));
    const services = trustedServices(role);
    findings.push(
      buildFinding(FACTS, {
        about: role.id,
        ...textFor(role.trust.note, role, services),
        nodes: [role, ...profiles.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
        edges: profiles.map(({ edge }) => edge),
        evidence: [
          evidenceOf(
            `Principal.Service in the trust policy of ${role.name}`,
            services.join(', '),
            role.record,
          ),
          evidenceOf(`Arn of ${role.name}`, role.arn, role.record),
        ],
      }),
    );
  }
  return findings;
}

function textFor(note: TrustNote, role: RoleNode, services: readonly string[]) {
  switch (note) {
    case 'china-one-spelling': {
      const lacksChina = !services.some((service) => service.toLowerCase() === CHINA_SERVICE);
      const missing = lacksChina ? CHINA_SERVICE : EC2_SERVICE;
      const named = listWords(services.map(code));
      return {
        // Without the .cn form an EKS node group surely fails; without the other one only some tools complain.
        severity: lacksChina ? 'warning' : 'info',
        answer: lacksChina
          ? `Role ${code(role.name)} trusts EC2 in one of the two spellings of the China partition: it names ${named}, and ${code(CHINA_SERVICE)} is absent. Instances may assume it, but EKS managed node groups refuse a role without the .cn form.`
          : `Role ${code(role.name)} trusts EC2 in the China spelling ${code(CHINA_SERVICE)} alone, which works; tools that look for ${code(EC2_SERVICE)} may miss it.`,
        fix: {
          sentence: `In China regions list ${EC2_SERVICE} and ${CHINA_SERVICE} beside each other in the trust policy of ${code(role.name)}: add ${missing}${lacksChina ? '; EKS managed node groups require it' : ''}.`,
          command: allowEc2Command(role, [missing]),
          ...trustHints(missing),
        },
      } as const;
    }
    case 'legacy-spelling':
      return {
        severity: 'info',
        title: 'Legacy EC2 principal',
        answer: `Role ${code(role.name)} names EC2 by the legacy principal ${listWords(services.map(code))}, which this isolated partition still accepts.`,
        fix: {
          sentence: `Legacy EC2 principal; prefer ${EC2_SERVICE} in the trust policy of ${code(role.name)}.`,
          command: allowEc2Command(role, [EC2_SERVICE]),
          ...trustHints(EC2_SERVICE),
        },
      } as const;
  }
}
