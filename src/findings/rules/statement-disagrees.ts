import type { Graph } from '../../graph/graph.ts';
import type { Statement } from '../../inventory/statements.ts';
import { buildFinding, type RuleFacts } from '../build-finding.ts';
import { compareStatement } from '../compare-statement.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { statementsOf } from '../lookup.ts';
import { accountNodeOf } from '../scope-nodes.ts';

const FACTS: RuleFacts = {
  id: 'statement-disagrees',
  title: 'The host says otherwise',
  docs: DOCS.instanceProfiles,
};

/** What a host says of itself, where it does not fit the lists: an old role, another profile, a deleted one. */
export const statementDisagrees: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return statementsOf(graph).flatMap((said) => {
    const about = aboutOf(said);
    if (about === undefined) return [];
    const compared = compareStatement(graph, said);
    if (compared.severity === undefined || compared.outcome === 'agrees') return [];
    return [
      buildFinding(FACTS, {
        about,
        severity: compared.severity,
        answer: compared.sentence,
        nodes: compared.nodes.length > 0 ? compared.nodes : [accountNodeOf(graph, said.accountId)],
        edges: compared.edges,
        evidence: compared.evidence,
        fix: compared.fix ?? { sentence: 'Read the lists and the host again at one time.' },
        delay: compared.delay,
      }),
    ];
  });
}

/** Failed calls and decoded messages have rules of their own. */
function aboutOf(said: Statement): string | undefined {
  switch (said.kind) {
    case 'caller-identity':
      return `caller:${said.Arn}`;
    case 'instance-metadata':
      return `metadata:${said.InstanceProfileArn ?? said.InstanceProfileId ?? said.Code ?? ''}`;
    case 'decoded-authorization':
    case 'error':
      return undefined;
  }
}
