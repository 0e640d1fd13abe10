import type { Finding } from '../findings/finding.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { findingBlocks } from './finding-blocks.ts';
import { markdownCode, markdownSentence, markdownText } from './markdown.ts';
import { SEVERITIES } from './severities.ts';

/** What a report of findings says before them. */
export interface FindingsReport {
  /** "111122223333 (acme)", or more than one. */
  readonly accounts: readonly string[];
  /** When the data was read; nothing when a file did not say. */
  readonly readAt?: string | undefined;
  /** The invented account: said in the first line. */
  readonly sample: boolean;
  readonly findings: readonly Finding[];
  /** The reason a finding was dismissed for; `undefined` for a live one. */
  readonly dismissed: (finding: Finding) => string | undefined;
}

/** Findings as Markdown for a ticket, by severity, with proof and fix. */
export function findingsMarkdown(report: FindingsReport): string {
  const live = report.findings.filter((finding) => report.dismissed(finding) === undefined);
  const dismissed = report.findings.filter((finding) => report.dismissed(finding) !== undefined);
  const parts = [`# Findings on instances, instance profiles and roles`, aboutData(report)];
  if (live.length === 0) parts.push('No findings.');
  for (const { severity, heading } of SEVERITIES) {
    const group = live.filter((finding) => finding.severity === severity);
    if (group.length === 0) continue;
    parts.push(`## ${heading} (${group.length})`, ...group.map(section));
  }
  if (dismissed.length > 0) {
    parts.push(
      `## Dismissed (${dismissed.length})`,
      dismissed.map((finding) => dismissedLine(report, finding)).join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

/** One finding as Markdown, with a heading of the third level. */
export function findingMarkdown(finding: Finding): string {
  return `${section(finding)}\n`;
}

function aboutData(report: FindingsReport): string {
  const lines = [
    report.sample ? '**Sample data: this account is invented.**' : '',
    report.accounts.length > 0 ? `Accounts: ${report.accounts.map(markdownCode).join(', ')}` : '',
    report.readAt ? `Read at ${markdownText(report.readAt)}` : '',
  ];
  return lines.filter((line) => line !== '').join('  \n');
}

function section(finding: Finding): string {
  return blocksMarkdown(findingBlocks(finding));
}

function dismissedLine(report: FindingsReport, finding: Finding): string {
  return `- ${markdownText(finding.title)}: ${markdownSentence(finding.answer)} Dismissed: ${markdownText(report.dismissed(finding) ?? '')}`;
}
