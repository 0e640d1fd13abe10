import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import { makeReport, type Report } from './report.ts';

const OPTIONS = { label: 'case.json', readAt: toIsoTime('2026-03-01T10:00:30.000Z') };

function reportOf(id: number): Report {
  return makeReport(readCliDocument(CASES.find((one) => one.id === id)?.input ?? {}, OPTIONS));
}

describe('the report', () => {
  it.each(CASES.map((one) => one.id))(
    'of case %i is the same in every run and refers to nothing that is not in it',
    (id) => {
      const report = reportOf(id);
      expect(JSON.stringify(reportOf(id))).toBe(JSON.stringify(report));
      const nodes = new Set(report.nodes.map((node) => node.id));
      const edges = new Set(report.edges.map((edge) => edge.id));
      for (const edge of report.edges)
        expect([...nodes]).toEqual(expect.arrayContaining([edge.from, edge.to]));
      for (const finding of report.findings) {
        expect(finding.subjects.map((subject) => subject.id)).toEqual(finding.nodes);
        for (const node of finding.nodes) expect(nodes).toContain(node);
        for (const edge of finding.edges) expect(edges).toContain(edge);
      }
    },
  );

  it('says null where there is nothing to say, and why a ghost is one', () => {
    const [profile] = reportOf(69).nodes.filter((node) => node.kind === 'profile');
    expect(profile).toMatchObject({
      label: 'app',
      account: '111122223333',
      region: null,
      ghost: { kind: 'denied' },
    });
    const [instance] = reportOf(69).nodes.filter((node) => node.kind === 'instance');
    expect(instance).toMatchObject({ ghost: null, state: 'running' });
  });
});
