import type { Graph } from '../../graph/graph.ts';
import type { ErrorStatement } from '../../inventory/statements.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { deniedCallOf } from '../denied-call.ts';
import { DOCS } from '../docs.ts';
import { explainError } from '../explain-error.ts';
import type { Finding, Rule } from '../finding.ts';
import { statementsOf } from '../lookup.ts';
import { accountNodeOf } from '../scope-nodes.ts';

const FACTS: RuleFacts = { id: 'call-failed', title: 'A call failed', docs: DOCS.troubleshootEc2 };

/** The error texts that came with the input, each explained against the chain that it names. */
export const callFailed: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return statementsOf(graph).flatMap((said) => {
    if (said.kind !== 'error' || hasEdge(graph, said)) return [];
    const explained = explainError(graph, said);
    if (explained === undefined) return [];
    const { kind, explanation } = explained;
    const subjects = explanation.nodes.filter((node) => node !== undefined);
    return [
      buildFinding(FACTS, {
        ...explanation,
        about: `${kind}:${said.accountId ?? ''}:${said.command}:${said.text.slice(0, 160)}`,
        nodes: subjects.length > 0 ? subjects : [accountNodeOf(graph, said.accountId)],
        evidence: [
          { field: 'error text', value: said.text, source: said.label },
          ...(explanation.evidence ?? []),
        ],
      }),
    ];
  });
}

/** A refused iam:PassRole of a known caller on a known role is an edge of the graph, and another rule tells of it. */
function hasEdge(graph: Graph, said: ErrorStatement): boolean {
  const denied = deniedCallOf(said.text);
  if (denied?.action?.toLowerCase() !== 'iam:passrole') return false;
  const roleName = denied.resource?.split('/').at(-1);
  for (const edge of graph.edges) {
    const role = edge.kind === 'passes' && edge.status === 'broken' ? graph.nodes.get(edge.to) : undefined;
    if (role?.kind === 'role' && role.name === roleName) return true;
  }
  return false;
}
