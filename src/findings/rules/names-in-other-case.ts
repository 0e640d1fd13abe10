import { groupBy } from '../../base/index-by.ts';
import type { Graph, ProfileNode, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { code, inAccount, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'names-in-other-case',
  title: 'Names that differ only in letter case',
  docs: DOCS.quotas,
};

/** Two spellings of one name: IAM never makes both, so one of them comes from somewhere else. */
export const namesInOtherCase: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings: Finding[] = [];
  for (const kind of ['profile', 'role'] as const) {
    const nodes: readonly (ProfileNode | RoleNode)[] = nodesOf(graph, kind);
    const names = groupBy(nodes, (node) => node.name.toLowerCase());
    for (const [name, alike] of names) {
      if (name === '' || alike.length === 1) continue;
      for (const [account, group] of groupBy(alike, (node) => node.accountId ?? '')) {
        const spellings = new Set(group.map((node) => node.name));
        if (spellings.size > 1) findings.push(describe(`${kind}:${account}:${name}`, group));
      }
    }
  }
  return findings;
}

function describe(key: string, group: readonly (ProfileNode | RoleNode)[]): Finding {
  const [first] = group;
  const what = first?.kind === 'profile' ? 'profile' : 'role';
  const spellings = listWords([...new Set(group.map((node) => code(node.name)))]);
  return buildFinding(FACTS, {
    about: key,
    severity: 'info',
    answer: `${spellings}${inAccount(first?.accountId)} differ only in letter case; IAM does not let two ${what}s of such names exist, so one spelling is a typing error or was edited by hand.`,
    nodes: group,
    evidence: group.map((node) => evidenceOf(`${what} name`, node.name, node.record)),
    fix: {
      sentence: `Look the ${what} up and use the spelling that IAM answers with.`,
      command:
        first?.kind === 'profile'
          ? iamCommand(first.partition, 'get-instance-profile', { 'instance-profile-name': first.name })
          : iamCommand(first?.partition, 'get-role', { 'role-name': first?.name }),
    },
  });
}
