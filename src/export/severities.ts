import type { Finding, Severity } from '../findings/finding.ts';

/** Severities from the worst, each with the heading of its group. */
export const SEVERITIES: readonly { readonly severity: Severity; readonly heading: string }[] = [
  { severity: 'critical', heading: 'Critical' },
  { severity: 'warning', heading: 'Warnings' },
  { severity: 'unknown', heading: 'Cannot tell' },
  { severity: 'info', heading: 'For information' },
];

/** The worst severity among findings; `undefined` when there are none. */
export function worstSeverity(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.find(({ severity }) => findings.some((finding) => finding.severity === severity))
    ?.severity;
}
