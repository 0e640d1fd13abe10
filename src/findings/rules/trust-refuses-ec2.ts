import type { Graph, InstanceNode, RoleNode } from '../../graph/graph.ts';
import type { TrustVerdict } from '../../policy/trust-verdict.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import { allowEc2Command, EC2_SERVICE, editTrustCommand } from '../ec2-trust.ts';
import type { Finding, Fix, Rule } from '../finding.ts';
import { liveUsersOf, nodesOf, type ProfileLink, profilesHolding } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { type ServiceRole, serviceRoleOf } from '../service-roles.ts';
import { profileHints, trustHints } from '../templates.ts';
import { trustedServices } from '../trust-parties.ts';
import { code, listWords, nodeWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'trust-refuses-ec2',
  title: 'Role does not trust EC2',
  docs: DOCS.troubleshootEc2,
};

type Refusal = Extract<TrustVerdict, { readonly answer: 'no' }>;

/** A role in a profile whose trust policy surely keeps EC2 out. One finding a role, however many profiles hold it. */
export const trustRefusesEc2: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.trust?.answer !== 'no' || role.serviceLinked) continue;
    const profiles = profilesHolding(graph, role);
    if (profiles.length > 0) findings.push(describe(graph, role, role.trust, profiles));
  }
  return findings;
}

function describe(graph: Graph, role: RoleNode, trust: Refusal, profiles: readonly ProfileLink[]): Finding {
  const users = profiles.flatMap(({ profile }) => liveUsersOf(graph, profile));
  const names = listWords(profiles.map(({ profile }) => code(profile.name)));
  // An unconditional Deny is a wish, not an oversight: worth the same alarm before an instance meets it.
  const critical = users.length > 0 || trust.reason === 'denied';
  return buildFinding(FACTS, {
    about: role.id,
    severity: critical ? 'critical' : 'warning',
    answer: `Role ${code(role.name)} in profile ${names} cannot be assumed by EC2: ${trust.detail}. ${effect(users.map(({ instance }) => instance))}`,
    nodes: [role, ...profiles.map(({ profile }) => profile), ...users.map(({ instance }) => instance)],
    edges: [...profiles.map(({ edge }) => edge), ...users.map(({ edge }) => edge)],
    evidence: [
      evidenceOf(`AssumeRolePolicyDocument of ${role.name}`, documentText(role), role.record),
      ...profiles
        .slice(0, 3)
        .map(({ profile }) => evidenceOf(`Roles of ${profile.name}`, role.name, profile.record)),
    ],
    fix: fixFor(role, trust, profiles[0]?.profile.name ?? '<instance-profile-name>'),
    notChecked:
      users.length > 0 ? [] : notCheckedOf(graph, ['ec2:DescribeInstances'], { accountId: role.accountId }),
    delay:
      'A changed trust policy reaches the instance within minutes, when the metadata service next asks for credentials.',
  });
}

function effect(users: readonly InstanceNode[]): string {
  return users.length === 0
    ? 'An instance that uses it gets no credentials.'
    : `So ${listWords(users.map(nodeWords))} ${users.length === 1 ? 'gets' : 'get'} no credentials, and iam/info shows AssumeRoleUnauthorizedAccess.`;
}

function fixFor(role: RoleNode, trust: Refusal, profileName: string): Fix {
  switch (trust.reason) {
    case 'ec2-not-named': {
      const service = serviceRoleOf(trustedServices(role));
      return service
        ? separateRole(role, service, profileName)
        : allow(
            role,
            `Edit the trust policy of role ${code(role.name)}: allow sts:AssumeRole for Service ${EC2_SERVICE}.`,
          );
    }
    case 'wrong-partition':
      return allow(
        role,
        `Edit the trust policy of role ${code(role.name)}: name Service ${EC2_SERVICE}, the spelling of this partition.`,
      );
    case 'wrong-action':
      return allow(
        role,
        `Edit the trust policy of role ${code(role.name)}: the statement for Service ${EC2_SERVICE} must allow the action sts:AssumeRole.`,
      );
    case 'condition-never-met':
      return allow(
        role,
        `Remove the condition from the EC2 statement of the trust policy of ${code(role.name)} (${trust.detail}), or give EC2 a statement of its own without one.`,
      );
    case 'denied':
      return {
        sentence: `Exempt the EC2 service from the Deny statement in the trust policy of ${code(role.name)}, for example with a condition on aws:PrincipalIsAWSService, or remove the Deny.`,
        command: editTrustCommand(role),
      };
  }
}

function allow(role: RoleNode, sentence: string): Fix {
  return { sentence, command: allowEc2Command(role), ...trustHints(EC2_SERVICE) };
}

/** Another service's own role keeps its trust; the instances get a role of theirs, and the profile then holds that one. */
function separateRole(role: RoleNode, service: ServiceRole, profileName: string): Fix {
  const ec2Role = `${role.name.slice(0, 60)}-ec2`;
  const policies = service.instancePolicies.map((policy) => policy.replace(/^.*\//, ''));
  const withPolicies = policies.length === 0 ? '' : `, with ${listWords(policies)}`;
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: EC2_SERVICE }, Action: 'sts:AssumeRole' }],
  });
  const iam = (command: string, flags: Record<string, string>) => iamCommand(role.partition, command, flags);
  return {
    sentence: `${code(role.name)} is ${/^[AE]/.test(service.name) ? 'an' : 'a'} ${service.name}, not an EC2 role: make a separate EC2 role (trust for ${EC2_SERVICE}${withPolicies}) and use its profile.`,
    command: [
      iam('create-role', { 'role-name': ec2Role, 'assume-role-policy-document': trust }),
      ...service.instancePolicies.map((policy) =>
        iam('attach-role-policy', {
          'role-name': ec2Role,
          'policy-arn': `arn:${role.partition ?? 'aws'}:iam::aws:policy/${policy}`,
        }),
      ),
      iam('remove-role-from-instance-profile', {
        'instance-profile-name': profileName,
        'role-name': role.name,
      }),
      iam('add-role-to-instance-profile', { 'instance-profile-name': profileName, 'role-name': ec2Role }),
    ].join('\n'),
    ...profileHints(profileName, ec2Role),
  };
}

function documentText(role: RoleNode): string {
  const document = role.record?.AssumeRolePolicyDocument;
  const text = typeof document === 'string' ? document : JSON.stringify(document ?? null);
  return text.length > 600 ? `${text.slice(0, 599)}…` : text;
}
