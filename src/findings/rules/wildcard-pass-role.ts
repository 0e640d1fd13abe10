import type { Graph, RoleNode } from '../../graph/graph.ts';
import { nameOf } from '../../policy/access-words.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { apartOrTogether } from '../many-alike.ts';
import { type Passing, rolePowers } from '../role-power.ts';
import { code, inAccount, listNodes } from '../words.ts';

const FACTS: RuleFacts = { id: 'wildcard-pass-role', title: 'May pass every role', docs: DOCS.passRole };

/** A role, administrators aside, whose iam:PassRole is for all roles: it can hand itself whatever any of them may do. */
export const wildcardPassRole: Rule = { ...FACTS, find };

interface Passer extends Passing {
  readonly role: RoleNode;
}

function find(graph: Graph): readonly Finding[] {
  if (graph.inventory.rolePolicies.length === 0) return [];
  const powers = rolePowers(graph);
  const passers: Passer[] = [];
  for (const role of nodesOf(graph, 'role')) {
    if (role.serviceLinked || role.ghost !== undefined) continue;
    const toEc2 = powers.passesAll(role, 'ec2.amazonaws.com');
    if (toEc2 !== undefined) passers.push({ role, ...toEc2 });
  }
  const toAny = (role: RoleNode) => powers.passesAll(role) !== undefined;
  return apartOrTogether(passers, (passer) => describe(passer, toAny(passer.role)), describeAll);
}

/** Conditions may leave EC2 alone of all services. */
function describe({ role, by, record }: Passer, anyService: boolean): Finding {
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'warning',
    answer: `Role ${code(role.name)} may pass every role of the account to ${anyService ? 'any service' : 'EC2'}, so it can have an instance${anyService ? ' or a function' : ''} run with the strongest of them.`,
    nodes: [role],
    evidence: [
      evidenceOf('allows iam:PassRole on every role', [...new Set(by.map(nameOf))].join(', '), record),
    ],
    fix: { sentence: FIX },
    delay: 'A changed policy counts within seconds to minutes.',
  });
}

const FIX =
  'Name the roles that it has to pass in the Resource of iam:PassRole, by ARN or by a path of their own, and the service in a condition on iam:PassedToService.';

function describeAll(passers: readonly Passer[], accountId: RoleNode['accountId']): Finding {
  const roles = passers.map((each) => each.role);
  return buildFinding(FACTS, {
    about: accountId ?? '',
    severity: 'warning',
    answer: `${passers.length} roles${inAccount(accountId)} may pass every role of it to EC2 or any service (${listNodes(roles)}), so each can have an instance run with the strongest role.`,
    nodes: roles,
    evidence: passers
      .slice(0, 5)
      .map(({ role, by, record }) =>
        evidenceOf(
          `allows ${role.name} iam:PassRole on every role`,
          [...new Set(by.map(nameOf))].join(', '),
          record,
        ),
      ),
    fix: { sentence: FIX },
  });
}
