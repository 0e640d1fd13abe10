import { groupBy } from '../../base/index-by.ts';
import type { Graph, RoleNode } from '../../graph/graph.ts';
import { deletedPrincipalIds } from '../../policy/trust-facts.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import { editTrustCommand } from '../ec2-trust.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf, profilesHolding } from '../lookup.ts';
import { notCheckedOf } from '../not-checked.ts';
import { trustMentions } from '../trust-parties.ts';
import { code, listWords } from '../words.ts';

const FACTS: RuleFacts = {
  id: 'stale-principals',
  title: 'Trust names a deleted principal',
  docs: DOCS.principal,
};

/** A trust policy that names a principal by an id that no listed role has: the principal is gone, and the entry grants nothing. */
export const stalePrincipals: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const suspects = nodesOf(graph, 'role').flatMap((role) => {
    const ids = trustMentions(role, /AROA|AIDA/)
      ? deletedPrincipalIds(role.record?.AssumeRolePolicyDocument)
      : [];
    return ids.length === 0 ? [] : [{ role, ids }];
  });
  if (suspects.length === 0) return [];
  const known = groupBy(nodesOf(graph, 'role'), (role) => role.roleId);
  return suspects.flatMap(({ role, ids }) => {
    const stale = [...new Set(ids.map(({ id }) => id))].filter((id) => !known.has(id));
    return stale.length === 0 ? [] : [describe(graph, role, stale)];
  });
}

function describe(graph: Graph, role: RoleNode, stale: readonly string[]): Finding {
  const aboutRoles = stale.some((id) => id.startsWith('AROA'));
  const notChecked = aboutRoles ? notCheckedOf(graph, ['iam:ListRoles'], { accountId: role.accountId }) : [];
  const ids = listWords(stale.map(code));
  const profiles = profilesHolding(graph, role);
  const sure = notChecked.length === 0;
  return buildFinding(FACTS, {
    about: role.id,
    severity: sure ? 'warning' : 'unknown',
    answer: sure
      ? `The trust policy of role ${code(role.name)} names the deleted principal ${ids}, which grants nothing to a new role or user of the same name.`
      : `Cannot tell whom ${ids} in the trust policy of role ${code(role.name)} stands for, as the list of roles is not complete; AWS shows an id in place of an ARN once the principal is deleted.`,
    nodes: [role, ...profiles.map(({ profile }) => profile)],
    edges: profiles.map(({ edge }) => edge),
    evidence: stale.map((id) =>
      evidenceOf(`Principal.AWS in the trust policy of ${role.name}`, id, role.record),
    ),
    fix: {
      sentence: `Replace ${ids} with the ARN of the current role or user, or remove the entry; ids are never re-used, so it grants nothing. Saving the policy with the id in it fails as an invalid principal.`,
      command: editTrustCommand(role),
    },
    notChecked,
  });
}
