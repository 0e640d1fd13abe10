import { compareText } from '../../base/compare.ts';
import { SEVERITIES } from '../../export/severities.ts';
import type { Finding, Severity } from '../../findings/finding.ts';

/** Which findings of the list to show. */
export interface FindingFilter {
  /** Empty means all. */
  readonly severities: ReadonlySet<Severity>;
  /** A rule's id; absent means all. */
  readonly rule?: string | undefined;
  /** Words that must all be found in the finding, in any letter case. */
  readonly search: string;
}

export const ALL_FINDINGS: FindingFilter = { severities: new Set(), search: '' };

export interface FilteredFindings {
  readonly findings: readonly Finding[];
  /** By severity, how many the other filters let through. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Rules with a finding, each with its title and how many the other filters let through; by title. */
  readonly rules: readonly { readonly rule: string; readonly title: string; readonly count: number }[];
}

/** Filters findings in their order, and counts for each choice what it would show, those put aside not counted. */
export function filterFindings(
  findings: readonly Finding[],
  filter: FindingFilter,
  isDismissed: (finding: Finding) => boolean,
): FilteredFindings {
  const terms = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const counts: Record<Severity, number> = { critical: 0, warning: 0, unknown: 0, info: 0 };
  const rules = new Map<string, { rule: string; title: string; count: number }>();
  const shown: Finding[] = [];
  for (const finding of findings) {
    const rule = rules.get(finding.rule) ?? { rule: finding.rule, title: finding.title, count: 0 };
    rules.set(finding.rule, rule);
    if (terms.length > 0 && !hasAll(finding, terms)) continue;
    const bySeverity = filter.severities.size === 0 || filter.severities.has(finding.severity);
    const byRule = filter.rule === undefined || filter.rule === finding.rule;
    const counted = !isDismissed(finding);
    if (counted && byRule) counts[finding.severity] += 1;
    if (counted && bySeverity) rule.count += 1;
    if (bySeverity && byRule) shown.push(finding);
  }
  return {
    findings: shown,
    counts,
    rules: [...rules.values()].sort((a, b) => compareText(a.title, b.title) || compareText(a.rule, b.rule)),
  };
}

/** A row of the list: a heading of its group, or a finding. */
export type FindingRow =
  | { readonly kind: 'heading'; readonly key: string; readonly heading: string; readonly count: number }
  | { readonly kind: 'finding'; readonly key: string; readonly finding: Finding };

/** Live findings by severity, then the dismissed ones. Groups without findings have no heading. */
export function findingRows(
  findings: readonly Finding[],
  isDismissed: (finding: Finding) => boolean,
): readonly FindingRow[] {
  const live = findings.filter((finding) => !isDismissed(finding));
  const groups = SEVERITIES.map(({ severity, heading }) => ({
    heading,
    findings: live.filter((finding) => finding.severity === severity),
  }));
  groups.push({ heading: 'Dismissed', findings: findings.filter(isDismissed) });
  return groups
    .filter((group) => group.findings.length > 0)
    .flatMap((group): FindingRow[] => [
      { kind: 'heading', key: group.heading, heading: group.heading, count: group.findings.length },
      ...group.findings.map((finding): FindingRow => ({ kind: 'finding', key: finding.id, finding })),
    ]);
}

function hasAll(finding: Finding, terms: readonly string[]): boolean {
  const text = [
    finding.rule,
    finding.title,
    finding.answer,
    finding.fix.sentence,
    ...finding.evidence.map((item) => `${item.field} ${item.value}`),
  ]
    .join('\n')
    .toLowerCase();
  return terms.every((term) => text.includes(term));
}
