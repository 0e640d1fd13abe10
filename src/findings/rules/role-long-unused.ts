import type { Graph, RoleNode } from '../../graph/graph.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { DOCS } from '../docs.ts';
import type { Evidence, Finding, Rule } from '../finding.ts';
import { nodesOf } from '../lookup.ts';
import { apartOrTogether } from '../many-alike.ts';
import { code, inAccount, listNodes } from '../words.ts';

const FACTS: RuleFacts = { id: 'role-long-unused', title: 'Role long unused', docs: DOCS.lastUsed };

/** A role that nothing has used for 90 days, by what AWS last saw, and that is older than that. */
export const roleLongUnused: Rule = { ...FACTS, find };

const DAY = 86_400_000;
const LONG = 90;
/**
 * "Activity is only reported for the trailing 400 days", and `LastUsedDate` is missing when there was none:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html. "Recent activity appears in the IAM console within
 * four hours": https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html
 */
const TRACKED = 400;

interface Unused {
  readonly role: RoleNode;
  /** Whole days; `undefined` for never in the time that AWS keeps track of. */
  readonly days: number | undefined;
}

function find(graph: Graph): readonly Finding[] {
  const now = Date.parse(graph.inventory.readAt ?? '');
  if (Number.isNaN(now)) return [];
  const unused: Unused[] = [];
  for (const role of nodesOf(graph, 'role')) {
    const { record } = role;
    // Lists leave the last use out, and a role of AWS's own comes and goes with its service.
    if (record?.details !== 'full' || role.serviceLinked || role.ghost !== undefined) continue;
    const age = (now - Date.parse(record.CreateDate ?? '')) / DAY;
    if (!(age > LONG)) continue;
    const last = record.RoleLastUsed?.LastUsedDate;
    const days = last === undefined ? undefined : Math.floor((now - Date.parse(last)) / DAY);
    if (days === undefined || days > LONG) unused.push({ role, days });
  }
  return apartOrTogether(unused, describe, describeAll);
}

function describe({ role, days }: Unused): Finding {
  const since =
    days === undefined ? `in the last ${TRACKED} days, as far back as AWS keeps track` : `for ${days} days`;
  return buildFinding(FACTS, {
    about: role.id,
    severity: 'info',
    answer: `Nothing has used role ${code(role.name)} ${since}.`,
    nodes: [role],
    evidence: proofOf(role),
    fix: {
      sentence: `Ask who owns role ${code(role.name)}; if nobody needs it, deny it everything for a while, then delete it with its instance profile.`,
    },
    delay: 'AWS may tell a use of the role up to four hours late.',
  });
}

function describeAll(unused: readonly Unused[], accountId: RoleNode['accountId']): Finding {
  const roles = unused.map((each) => each.role);
  const never = unused.filter((each) => each.days === undefined).length;
  return buildFinding(FACTS, {
    about: accountId ?? '',
    severity: 'info',
    answer: `Nothing has used ${unused.length} roles${inAccount(accountId)} for more than ${LONG} days (${listNodes(roles)})${never > 0 ? `; ${never} of them not in the ${TRACKED} days that AWS keeps track of` : ''}.`,
    nodes: roles,
    evidence: roles.slice(0, 5).flatMap(proofOf),
    fix: {
      sentence:
        'Ask who owns them; deny everything to those that nobody needs for a while, then delete them.',
    },
    delay: 'AWS may tell a use of a role up to four hours late.',
  });
}

function proofOf(role: RoleNode): readonly (Evidence | undefined)[] {
  const { record } = role;
  const last = record?.RoleLastUsed?.LastUsedDate ?? 'none';
  return [
    evidenceOf(`RoleLastUsed.LastUsedDate of ${role.name}`, last, record),
    evidenceOf(`CreateDate of ${role.name}`, record?.CreateDate, record),
  ];
}
