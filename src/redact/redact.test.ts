import { describe, expect, test } from 'vitest';
import sampleText from '../../public/sample-account.json?raw';
import { readCliDocument } from '../files/read-cli-document.ts';
import { restore } from '../files/restore.ts';
import { diagnose } from '../findings/diagnose.ts';
import { CASES } from '../findings/load-cases.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { REDACTED_KINDS } from '../inventory/redacted-kinds.ts';
import { createRedactor } from './redactor.ts';
import { createRegister } from './register.ts';

const ALL = new Set(REDACTED_KINDS);

function sample(): Inventory {
  const reading = restore(sampleText, { label: 'sample account' });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value.inventory;
}

function summary(inventory: Inventory) {
  const graph = buildGraph(inventory);
  return {
    findings: diagnose(graph)
      .map(
        (f) =>
          `${f.rule} ${f.severity} ${f.title} nodes ${f.nodes.length} edges ${f.edges.length} evidence ${f.evidence.length}`,
      )
      .sort(),
    chains: listChains(graph)
      .map((c) => `${c.status} ${c.namesDiffer} ${c.edges.length} ${c.region}`)
      .sort(),
    edges: graph.edges.map((e) => `${e.kind} ${e.status} ${e.namesDiffer} ${e.joinedBy}`).sort(),
  };
}

describe('redaction', () => {
  test('sample', () => {
    const inventory = sample();
    const redacted = createRedactor(createRegister(), ALL).inventory(inventory);
    expect(summary(redacted)).toEqual(summary(inventory));
  });
  test.each(CASES.map((c) => [c.id, c.title, c.input] as const))('case %s %s', (_id, _title, input) => {
    const inventory = readCliDocument(input, { label: 'input.json' }).inventory;
    const redacted = createRedactor(createRegister(), ALL).inventory(inventory);
    expect(summary(redacted)).toEqual(summary(inventory));
  });
});
