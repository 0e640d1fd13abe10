import { groupBy } from '../base/index-by.ts';
import type { GraphNode } from '../graph/graph.ts';
import type { Finding } from './finding.ts';

/** More than that of one account are told in one finding: nobody reads a list of a thousand like notes. */
const MOST_APART = 10;

/** Findings of subjects that all lack or have the same thing: one each while they are few, one for all of an account beyond. */
export function apartOrTogether<Subject extends { readonly role: GraphNode }>(
  subjects: readonly Subject[],
  one: (subject: Subject) => Finding,
  together: (subjects: readonly Subject[], accountId: GraphNode['accountId']) => Finding,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [, alike] of groupBy(subjects, ({ role }) => role.accountId ?? '')) {
    if (alike.length <= MOST_APART) for (const subject of alike) findings.push(one(subject));
    else findings.push(together(alike, alike[0]?.role.accountId));
  }
  return findings;
}
