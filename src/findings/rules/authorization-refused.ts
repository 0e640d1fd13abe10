import type { Graph } from '../../graph/graph.ts';
import type { DecodedAuthorizationStatement } from '../../inventory/statements.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { compareStatement } from '../compare-statement.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { statementsOf } from '../lookup.ts';
import { accountNodeOf } from '../scope-nodes.ts';
import { code } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'authorization-refused',
  title: 'A call was refused',
  docs: DOCS.decodeMessage,
};

/** A decoded authorization message about something other than passing a role that the graph knows. */
export const authorizationRefused: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return statementsOf(graph).flatMap((said) => {
    if (said.kind !== 'decoded-authorization' || said.allowed || hasEdge(graph, said)) return [];
    const compared = compareStatement(graph, said);
    const onProfile = said.resource?.includes(':instance-profile/') === true;
    const passing = said.action?.toLowerCase() === 'iam:passrole';
    const what = `${code(said.action ?? 'the action')}${said.resource === undefined ? '' : ` on ${code(said.resource)}`}`;
    return [
      buildFinding(FACTS, {
        about: `${said.principalArn ?? ''}:${said.action ?? ''}:${said.resource ?? ''}`,
        severity: passing ? 'critical' : (compared.severity ?? 'warning'),
        answer: `${code(said.principalArn ?? 'The caller')} may not call ${what}${said.explicitDeny ? ': a policy denies it explicitly' : ': no policy allows it'}. ${compared.sentence}`,
        nodes: compared.nodes.length > 0 ? compared.nodes : [accountNodeOf(graph, said.accountId)],
        edges: compared.edges,
        evidence: [
          { field: 'explicitDeny', value: String(said.explicitDeny), source: said.label },
          ...compared.evidence,
        ],
        fix: {
          sentence: said.explicitDeny
            ? `Find the Deny for ${what} in the caller's policies, its boundary or the service control policies; an Allow alone does not help.`
            : `Grant ${what} to the caller.${onProfile ? ' iam:PassRole is checked on the ARN of the role, never on that of the profile.' : ''}`,
        },
        docs: passing ? DOCS.passRole : FACTS.docs,
      }),
    ];
  });
}

function hasEdge(graph: Graph, said: DecodedAuthorizationStatement): boolean {
  if (said.action?.toLowerCase() !== 'iam:passrole') return false;
  const name = said.resource?.split('/').at(-1);
  for (const edge of graph.edges) {
    const role = edge.kind === 'passes' && edge.status === 'broken' ? graph.nodes.get(edge.to) : undefined;
    if (role?.kind === 'role' && role.name === name) return true;
  }
  return false;
}
