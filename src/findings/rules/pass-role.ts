import type { Graph, GraphEdge, GraphNode, RoleNode } from '../../graph/graph.ts';
import type { RolePoliciesRecord } from '../../inventory/records.ts';
import type { Statement } from '../../inventory/statements.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamArn } from '../commands.ts';
import { deniedCallOf } from '../denied-call.ts';
import { DOCS } from '../docs.ts';
import type { Evidence, Finding, Fix, Rule } from '../finding.ts';
import { statementsOf } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { passRoleCommand } from '../pass-role-command.ts';
import { passRoleRefusal, refusalFix, refusalWords } from '../pass-role-refusal.ts';
import { code, nodeWords } from '../words.ts';

const FACTS: RuleFacts = { id: 'pass-role', title: 'Launcher may not pass the role', docs: DOCS.passRole };

/** A user or role that launches instances but may not pass their role: launches fail, running instances are not touched. */
export const passRole: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  const statements = statementsOf(graph);
  for (const edge of graph.edges) {
    if (edge.kind !== 'passes' || edge.status === 'confirmed') continue;
    const actor = graph.nodes.get(edge.from);
    const role = graph.nodes.get(edge.to);
    if (actor === undefined || role?.kind !== 'role') continue;
    const said = statements.find((each) => speaksOf(each, actor, role));
    const policies = graph.inventory.rolePolicies.find(
      (each) =>
        each.RoleName === actor.label &&
        (each.accountId === undefined || actor.accountId === undefined || each.accountId === actor.accountId),
    );
    if (said !== undefined) findings.push(refused(actor, role, edge, said));
    else if (edge.status === 'unknown') findings.push(oneSpelling(actor, role, edge, policies));
    else if (policies?.origin.call === 'iam:GetRolePolicy')
      findings.push(notGranted(graph, actor, role, edge, policies));
  }
  return findings;
}

/** AWS itself refused: a decoded authorization message or an error text says so. */
function refused(actor: GraphNode, role: RoleNode, edge: GraphEdge, said: Statement): Finding {
  const refusal = passRoleRefusal(said);
  const toEc2 = refusal.service.words === 'EC2';
  const arn = roleArn(role);
  const evidence: readonly Evidence[] =
    said.kind === 'decoded-authorization'
      ? [
          { field: 'allowed', value: String(said.allowed), source: said.label },
          { field: 'explicitDeny', value: String(said.explicitDeny), source: said.label },
          { field: 'context.action', value: said.action ?? '', source: said.label },
          { field: 'context.resource', value: said.resource ?? '', source: said.label },
          { field: 'context.principal.arn', value: said.principalArn ?? '', source: said.label },
        ]
      : [{ field: 'error text', value: said.kind === 'error' ? said.text : '', source: said.label }];
  return buildFinding(FACTS, {
    about: edge.id,
    severity: 'critical',
    answer: `${actorWords(actor)} may not pass role ${nodeWords(role)} to ${refusal.service.words}${refusalWords(refusal)}, so ${
      toEc2
        ? 'launches with its profile fail; instances that already run are not touched.'
        : 'that call fails; instances are not touched.'
    }`,
    nodes: [actor, role],
    edges: [edge],
    evidence,
    fix: refusalFix(refusal, { arn, who: actorWords(actor, 'middle'), actor }),
    delay: 'A new policy counts within seconds to minutes.',
  });
}

/** In China either spelling may come as iam:PassedToService, by the call. */
function oneSpelling(
  actor: GraphNode,
  role: RoleNode,
  edge: GraphEdge,
  policies: RolePoliciesRecord | undefined,
): Finding {
  return buildFinding(FACTS, {
    about: edge.id,
    severity: 'warning',
    title: 'PassRole condition is incomplete',
    answer: `${actorWords(actor)} may pass role ${nodeWords(role)} by some calls only: ${edge.why ?? 'iam:PassedToService lists one spelling of EC2'}.`,
    nodes: [actor, role],
    edges: [edge],
    evidence: [documentEvidence(policies)],
    fix: {
      sentence: 'List both ec2.amazonaws.com and ec2.amazonaws.com.cn under iam:PassedToService.',
      command: passRoleCommand(actor, [roleArn(role)]),
    },
  });
}

/** The policies that were supplied let it launch, or pass to another service, but not pass this role to EC2. */
function notGranted(
  graph: Graph,
  actor: GraphNode,
  role: RoleNode,
  edge: GraphEdge,
  policies: RolePoliciesRecord,
): Finding {
  const databricks = /databricks|dbx|cross-?account/i.test(actor.label);
  const scope = { accountId: policies.accountId, resource: policies.RoleName };
  const skip = databricks
    ? ' If a service control policy requires tags, register the profile with skip validation.'
    : '';
  const who = databricks ? `the cross-account role ${code(actor.label)}` : `role ${code(actor.label)}`;
  return buildFinding(FACTS, {
    about: edge.id,
    severity: 'critical',
    answer: `${actorWords(actor)} cannot pass role ${nodeWords(role)}: ${edge.why ?? 'no statement allows iam:PassRole on it'}. The chain of the instances itself is good${databricks ? '; registration of its profile fails' : ''}.`,
    nodes: [actor, role],
    edges: [edge],
    evidence: [documentEvidence(policies)],
    fix: fixFor(role, actor, who, skip),
    notChecked: notCheckedOf(graph, ['iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'], scope),
    delay: 'A new policy counts within seconds to minutes.',
  });
}

function fixFor(role: RoleNode, actor: GraphNode, who: string, skip: string): Fix {
  return {
    sentence: `Allow iam:PassRole on the role ${code(role.name)} (${code(roleArn(role))}, the role's ARN and not the profile's) in ${who}.${skip}`,
    command: passRoleCommand(actor, [roleArn(role)]),
  };
}

function speaksOf(said: Statement, actor: GraphNode, role: RoleNode): boolean {
  const call =
    said.kind === 'decoded-authorization'
      ? said
      : said.kind === 'error'
        ? deniedCallOf(said.text)
        : undefined;
  if (call === undefined || call.allowed || call.action?.toLowerCase() !== 'iam:passrole') return false;
  const name = call.resource?.split('/').at(-1);
  return name === role.name && (call.principalArn === undefined || isNamed(call.principalArn, actor));
}

/** The ARN of a session leaves out the path of its role. */
function isNamed(principalArn: string, actor: GraphNode): boolean {
  if (principalArn === actor.arn) return true;
  const segments = principalArn.split(':').at(-1)?.split('/') ?? [];
  return (segments[0] === 'assumed-role' ? segments[1] : segments.at(-1)) === actor.label;
}

function documentEvidence(policies: RolePoliciesRecord | undefined): Evidence | undefined {
  const policy = policies?.InlinePolicies?.[0];
  if (policies === undefined || policy === undefined) return undefined;
  const text =
    typeof policy.PolicyDocument === 'string' ? policy.PolicyDocument : JSON.stringify(policy.PolicyDocument);
  return evidenceOf(
    `PolicyDocument ${policy.PolicyName} of ${policies.RoleName}`,
    text.slice(0, 600),
    policies,
  );
}

function actorWords(actor: GraphNode, place: 'start' | 'middle' = 'start'): string {
  const kind = /:user\//.test(actor.arn ?? '') ? 'User' : 'Role';
  return `${place === 'start' ? kind : kind.toLowerCase()} ${code(actor.kind === 'role' ? actor.name : actor.label)}`;
}

function roleArn(role: RoleNode): string {
  return role.arn ?? iamArn(role.partition, role.accountId, 'role', role.name);
}
