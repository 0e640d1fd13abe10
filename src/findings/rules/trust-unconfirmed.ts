import type { Graph, RoleNode } from '../../graph/graph.ts';
import type { TrustDoubt, TrustVerdict } from '../../policy/trust-verdict.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import { editTrustCommand } from '../ec2-trust.ts';
import type { Finding, Fix, NotChecked, Rule, Severity } from '../finding.ts';
import { liveUsersOf, nodesOf, type ProfileLink, profilesHolding } from '../lookup.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'trust-unconfirmed',
  title: 'Trust in EC2 cannot be confirmed',
  docs: DOCS.troubleshootRoles,
};

type Doubt = Extract<TrustVerdict, { readonly answer: 'cannot-confirm' }>;

/** A role in a profile of which the trust policy alone does not tell whether EC2 may assume it. */
export const trustUnconfirmed: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer !== 'cannot-confirm' || role.serviceLinked || role.ghost !== undefined) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length > 0) findings.push(describe(graph, role, role.trust, profiles));
  }
  return findings;
}

const SEVERITY: Readonly<Record<TrustDoubt, Severity>> = {
  'deny-undecided': 'warning',
  'condition-undecided': 'unknown',
  unreadable: 'unknown',
  'not-supplied': 'unknown',
};

function describe(graph: Graph, role: RoleNode, trust: Doubt, profiles: readonly ProfileLink[]): Finding {
  const users = profiles.flatMap(({ profile }) => liveUsersOf(graph, profile));
  return buildFinding(FACTS, {
    about: role.id,
    severity: SEVERITY[trust.reason],
    title: trust.reason === 'deny-undecided' ? 'A Deny may keep EC2 out' : FACTS.title,
    answer: answer(role, trust, listWords(profiles.map(({ profile }) => code(profile.name)))),
    nodes: [role, ...profiles.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
    edges: [...profiles.map(({ edge }) => edge), ...users.map(({ edge }) => edge)],
    evidence: [
      evidenceOf(
        `AssumeRolePolicyDocument of ${role.name}`,
        documentText(role),
        role.record ?? profiles[0]?.profile.record,
      ),
    ],
    fix: fixFor(role, trust),
    notChecked: notChecked(role, trust.reason),
  });
}

function answer(role: RoleNode, trust: Doubt, profiles: string): string {
  const which = `role ${code(role.name)} in profile ${profiles}`;
  return trust.reason === 'deny-undecided'
    ? `EC2 may be kept from assuming ${which}: ${trust.detail}.`
    : `Cannot tell whether EC2 may assume ${which}: ${trust.detail}.`;
}

function fixFor(role: RoleNode, trust: Doubt): Fix {
  switch (trust.reason) {
    case 'deny-undecided':
      return {
        sentence: `Exempt the EC2 service from the Deny statement (for example with a condition on aws:PrincipalIsAWSService) in the trust policy of ${code(role.name)}.`,
        command: editTrustCommand(role),
      };
    case 'condition-undecided':
      return {
        sentence: `Look at iam/info on the instance: Code "Success" proves that EC2 meets the condition. Otherwise take the condition off the EC2 statement in the trust policy of ${code(role.name)}.`,
        command:
          'curl -s -H "X-aws-ec2-metadata-token: $(curl -s -X PUT http://169.254.169.254/latest/api/token -H \'X-aws-ec2-metadata-token-ttl-seconds: 60\')" http://169.254.169.254/latest/meta-data/iam/info',
      };
    case 'unreadable':
      return {
        sentence: `The trust policy of ${code(role.name)} is unreadable in this input; ask for the full output of this command.`,
        command: getRole(role),
      };
    case 'not-supplied':
      return {
        sentence: `The input does not hold the trust policy of ${code(role.name)}; ask for the output of this command.`,
        command: getRole(role),
      };
  }
}

function getRole(role: RoleNode): string {
  return iamCommand(role.partition, 'get-role', { 'role-name': role.name, output: 'json' });
}

function notChecked(role: RoleNode, reason: TrustDoubt): readonly NotChecked[] {
  switch (reason) {
    case 'unreadable':
    case 'not-supplied':
      return [
        {
          call: 'iam:GetRole',
          why: `The trust policy of ${code(role.name)} was not readable in what was read.`,
        },
      ];
    case 'condition-undecided':
    case 'deny-undecided':
      return [];
  }
}

function documentText(role: RoleNode): string {
  const document = role.record?.AssumeRolePolicyDocument;
  if (document === undefined) return '(key not supplied)';
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return text.length > 600 ? `${text.slice(0, 599)}…` : text;
}
