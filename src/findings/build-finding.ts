import { compareText } from '../base/compare.ts';
import type { GraphEdge, GraphNode } from '../graph/graph.ts';
import type { RecordOrigin } from '../inventory/records.ts';
import type { Evidence, Finding, FindingId, Fix, NotChecked, Rule, Severity } from './finding.ts';

/** What a rule is, without what it does. */
export type RuleFacts = Pick<Rule, 'id' | 'title' | 'docs'>;

/** A finding as a rule writes it: everything that is not the same for the whole rule. */
export interface FindingDraft {
  /** What it is about, by AWS ids or names: with the rule's id it makes the finding's id, so keep it stable across reads. */
  readonly about: string;
  readonly severity: Severity;
  readonly title?: string | undefined;
  readonly answer: string;
  /** Subjects first; `undefined` and doubles fall out. */
  readonly nodes: readonly (GraphNode | undefined)[];
  readonly edges?: readonly (GraphEdge | undefined)[] | undefined;
  readonly evidence: readonly (Evidence | undefined)[];
  readonly fix: Fix;
  readonly notChecked?: readonly NotChecked[] | undefined;
  readonly delay?: string | undefined;
  readonly docs?: string | undefined;
}

/** Fills a draft up into a finding of the rule. Thousands are made at once, so nothing is built that isn't kept. */
export function buildFinding(rule: RuleFacts, draft: FindingDraft): Finding {
  return {
    id: `${rule.id}:${draft.about}` as FindingId,
    rule: rule.id,
    severity: draft.severity,
    title: draft.title ?? rule.title,
    answer: draft.answer,
    nodes: idsOf(draft.nodes),
    edges: draft.edges === undefined ? [] : idsOf(draft.edges),
    evidence: draft.evidence.every(isEvidence) ? draft.evidence : draft.evidence.filter(isEvidence),
    fix: draft.fix,
    notChecked: draft.notChecked ?? [],
    delay: draft.delay,
    docs: draft.docs ?? rule.docs,
  };
}

function isEvidence(each: Evidence | undefined): each is Evidence {
  return each !== undefined;
}

/** The ids of those that are known, each once, in order. */
function idsOf<Id>(items: readonly ({ readonly id: Id } | undefined)[]): readonly Id[] {
  const ids: Id[] = [];
  for (const item of items) if (item !== undefined) ids.push(item.id);
  if (ids.length < 2) return ids;
  return ids.length < 8 ? ids.filter((id, at) => ids.indexOf(id) === at) : [...new Set(ids)];
}

/** A field of a record as evidence; `undefined` when the field is absent, as an absent field proves nothing. */
export function evidenceOf(
  field: string,
  value: string | number | boolean | undefined,
  from: { readonly origin: RecordOrigin; readonly region?: string | undefined } | undefined,
): Evidence | undefined {
  if (value === undefined || from === undefined) return undefined;
  const { call, label } = from.origin;
  const source = from.region === undefined ? `${call}, ${label}` : `${call}, ${label}, ${from.region}`;
  return { field, value: String(value), source };
}

const RANK: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, unknown: 2, info: 3 };

/** Worst first; `unknown` stands above `info`, since what can't be told may be bad. Ties by id. */
export function compareFindings(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity] || compareText(a.id, b.id);
}
