import { describe, expect, it } from 'vitest';
import { exampleFinding, findingId } from '../../export/example-graph.ts';
import { ALL_FINDINGS, filterFindings, findingRows } from './finding-filter.ts';

const gone = exampleFinding({ id: findingId('gone:1'), rule: 'gone', title: 'Gone', severity: 'critical' });
const empty = exampleFinding({
  id: findingId('empty:1'),
  rule: 'empty',
  title: 'Empty',
  severity: 'critical',
});
const differ = exampleFinding();
const none = () => false;
const all = [gone, empty, differ];

describe('The list of findings', () => {
  it('shows all without a filter, in the order given', () => {
    expect(filterFindings(all, ALL_FINDINGS, none).findings).toEqual(all);
  });

  it('counts for a choice what it would show with the other filters as they are', () => {
    const filtered = filterFindings(
      all,
      { ...ALL_FINDINGS, severities: new Set(['info']), rule: 'gone' },
      none,
    );
    expect(filtered.findings).toEqual([]);
    expect(filtered.counts).toEqual({ critical: 1, warning: 0, unknown: 0, info: 0 });
    expect(filtered.rules.map(({ rule, count }) => [rule, count])).toEqual([
      ['empty', 0],
      ['gone', 0],
      ['names-differ', 1],
    ]);
  });

  it('does not count what was put aside, though it still shows it', () => {
    const filtered = filterFindings(all, ALL_FINDINGS, (finding) => finding === gone);
    expect(filtered.counts.critical).toBe(1);
    expect(filtered.findings).toEqual(all);
  });

  it('finds words of answer, rule and evidence in any letter case, all of them', () => {
    const find = (search: string) => filterFindings(all, { ...ALL_FINDINGS, search }, none).findings;
    expect(find('S3ACCESS differ')).toEqual([differ]);
    expect(find('InstanceProfileName')).toEqual(all);
    expect(find('s3access nowhere')).toEqual([]);
  });

  it('groups by severity with counts, dismissed ones last', () => {
    const rows = findingRows(all, (finding) => finding === gone);
    expect(
      rows.map((row) => (row.kind === 'heading' ? `${row.heading} ${row.count}` : row.finding.rule)),
    ).toEqual(['Critical 1', 'empty', 'For information 1', 'names-differ', 'Dismissed 1', 'gone']);
  });
});
