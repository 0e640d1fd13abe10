import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { toIsoTime } from '../inventory/ids.ts';
import { answerChains } from './answers.ts';
import { healthy } from './case-expected.test-data.ts';
import { VERDICTS } from './case-verdicts.test-data.ts';
import { diagnose } from './diagnose.ts';
import type { Severity } from './finding.ts';
import { CASES, type Case } from './load-cases.ts';

const GRAVITY: readonly (Severity | 'none')[] = ['none', 'info', 'unknown', 'warning', 'critical'];

function examine(input: Case['input']) {
  const { inventory } = readCliDocument(input, {
    label: 'case.json',
    readAt: toIsoTime('2026-03-02T00:00:00Z'),
  });
  const graph = buildGraph(inventory);
  return { graph, findings: diagnose(graph), answers: answerChains(graph) };
}

describe('faults that people met', () => {
  it('all have a verdict here', () => {
    expect(CASES.map(({ id }) => id)).toEqual(Object.keys(VERDICTS).map(Number));
  });

  for (const each of CASES) {
    const verdict = VERDICTS[each.id] ?? healthy();
    const { graph, findings, answers } = examine(each.input);

    it(`${each.id}: ${each.title}: ${each.severity}`, () => {
      for (const expected of verdict.findings) {
        const match = findings.find((finding) => expected.answer.test(finding.answer));
        expect(match?.answer, `a finding that says ${expected.answer}`).toMatch(expected.answer);
        expect(match?.severity).toBe(expected.severity);
        expect(match?.fix.sentence).toMatch(expected.fix);
        if (expected.command) expect(match?.fix.command).toMatch(expected.command);
        const node = match?.nodes[0] && graph.nodes.get(match.nodes[0]);
        const edge = graph.edges.find(({ id }) => id === match?.edges[0]);
        if (expected.node) expect(node?.kind).toBe(expected.node);
        if (expected.edge) expect(edge?.kind).toBe(expected.edge);
      }
      for (const said of verdict.answers ?? []) {
        expect(
          answers.flatMap(({ sentence, hints }) => [sentence, ...hints]).some((text) => said.test(text)),
        ).toBe(true);
      }
    });

    it(`${each.id}: raises no graver alarm than that`, () => {
      const allowed = GRAVITY.indexOf(verdict.worst === 'none' ? 'info' : verdict.worst);
      const graver = findings.filter(({ severity }) => GRAVITY.indexOf(severity) > allowed);
      expect(graver.map(({ answer }) => answer)).toEqual([]);
    });

    it(`${each.id}: every finding is filled`, () => {
      for (const finding of findings) {
        expect(finding.nodes.length).toBeGreaterThan(0);
        expect(finding.nodes.every((id) => graph.nodes.has(id))).toBe(true);
        expect(finding.edges.every((id) => graph.edges.some((edge) => edge.id === id))).toBe(true);
        expect(finding.evidence.length).toBeGreaterThan(0);
        expect(finding.fix.sentence).toMatch(/^[A-Z`\d].*\.$/s);
        expect(finding.answer).toMatch(/\.$/);
        expect(finding.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      }
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    });
  }
});
