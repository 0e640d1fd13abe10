import { describe, expect, it } from 'vitest';
import { exampleFinding, exampleGraph, findingId, HOSTILE_NAME } from './example-graph.ts';
import { findingsCsv } from './findings-csv.ts';
import { findingsMarkdown } from './findings-markdown.ts';

const critical = exampleFinding({
  id: findingId('profile-gone:i-0abc'),
  rule: 'profile-gone',
  severity: 'critical',
  title: 'Profile gone',
  answer: `Instance ${HOSTILE_NAME} has no credentials.`,
  evidence: [{ field: 'Tags.Name', value: HOSTILE_NAME, source: 'a|b.json' }],
  fix: {
    sentence: 'Associate another profile.',
    command: 'aws ec2 x \\\n  --name a',
    terraform: 'resource {}',
  },
  notChecked: [{ call: 'iam:ListRoles', why: 'denied' }],
  delay: 'Old credentials stay valid.',
});
const info = exampleFinding();
const live = () => undefined;

describe('Findings as Markdown', () => {
  const report = { accounts: ['111122223333'], sample: false, findings: [info, critical], dismissed: live };

  it('puts the worst first, with proof, fix, command, delay and what was not checked', () => {
    const text = findingsMarkdown(report);
    expect(text.indexOf('## Critical (1)')).toBeGreaterThan(0);
    expect(text.indexOf('## Critical (1)')).toBeLessThan(text.indexOf('## For information (1)'));
    for (const part of [
      '**Fix:** Associate',
      '```sh\naws ec2 x',
      '```hcl',
      '**Delay:**',
      '`iam:ListRoles`: denied',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('lets no HTML and no table row from a hostile name through', () => {
    const text = findingsMarkdown(report);
    expect(text.replace(/`[^`]*`|``[^`].*?``/g, '')).not.toContain('<img');
    const row = text.split('\n').find((line) => line.includes('Tags.Name'));
    expect(row?.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it('says so when there are none, when data is invented, and what was dismissed', () => {
    expect(findingsMarkdown({ ...report, findings: [] })).toContain('No findings.');
    expect(findingsMarkdown({ ...report, sample: true })).toContain('this account is invented');
    const dismissed = findingsMarkdown({ ...report, dismissed: (f) => (f === info ? 'known' : undefined) });
    expect(dismissed).toContain('## Dismissed (1)');
    expect(dismissed).toContain('Dismissed: known');
    expect(dismissed).not.toContain('## For information');
  });
});

describe('Findings as CSV', () => {
  it('gives one row a finding, safe for spreadsheets', () => {
    const csv = findingsCsv(exampleGraph(), [critical, info], (f) => (f === info ? '=x' : undefined), {
      byteOrderMark: false,
    });
    expect(csv.startsWith('Severity,Rule,')).toBe(true);
    expect(csv).toContain('critical,profile-gone,Profile gone,');
    expect(csv).toContain(",'=x,");
    expect(csv).toContain(
      's3access-profile,arn:aws:iam::111122223333:instance-profile/s3access-profile,111122223333',
    );
  });
});
