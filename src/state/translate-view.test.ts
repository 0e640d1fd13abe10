import { describe, expect, test } from 'vitest';
import sampleText from '../../public/sample-account.json?raw';
import { restore } from '../files/restore.ts';
import { diagnose } from '../findings/diagnose.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { NodeId } from '../graph/graph.ts';
import { REDACTED_KINDS } from '../inventory/redacted-kinds.ts';
import { createRedactors, pairNodes } from '../redact/engine.ts';
import { buildScene } from '../scene/build-scene.ts';
import { NO_FILTER } from '../scene/chain-filter.ts';
import { START_VIEW } from './address.ts';
import { pairFindings, pairFolds } from './pair-pictures.ts';
import { translateView } from './translate-view.ts';
import type { ViewState } from './view-state.ts';

const reading = restore(sampleText, { label: 'sample account' });
if (!reading.ok) throw new Error(reading.error.message);
const { inventory } = reading.value;
const redactor = createRedactors()(new Set(REDACTED_KINDS));
const plain = buildGraph(inventory);
const hidden = buildGraph(redactor.inventory(inventory));
const pairs = pairNodes(plain, hidden, redactor);
const back = new Map(Array.from(pairs, ([from, to]) => [to, from] as const));
const there = { from: plain, to: hidden, nodes: pairs, folds: pairFolds(plain, hidden, pairs) };
const home = { from: hidden, to: plain, nodes: back, folds: pairFolds(hidden, plain, back) };

const scene = buildScene(plain, listChains(plain), [], { openFolds: [] });
const openFolds = [...scene.marks.values()].flatMap(({ fold }) => fold?.key ?? []);

function searching(search: string): ViewState {
  return { ...START_VIEW, filter: { ...NO_FILTER, search } };
}

describe('switching pseudonyms on and off', () => {
  test('keeps the selection, whatever is selected', () => {
    for (const selected of plain.nodes.keys()) {
      const view = translateView({ ...START_VIEW, selected }, there);
      expect(view.selected === undefined ? undefined : hidden.nodes.has(view.selected), selected).toBe(true);
      expect(translateView(view, home).selected).toBe(selected);
    }
  });

  test('keeps every fold that stands open, and the accounts of the filter', () => {
    const filter = { ...NO_FILTER, accounts: ['111122223333'], regions: ['eu-west-1'], onlyBroken: true };
    const view: ViewState = { ...START_VIEW, openFolds, filter };
    const shown = translateView(view, there);
    expect(openFolds.length).toBeGreaterThan(5);
    expect(shown.openFolds).toHaveLength(openFolds.length);
    expect(shown.filter).toEqual({ ...filter, accounts: ['000000000001'] });
    expect(translateView(shown, home)).toEqual(view);
  });

  test('goes on searching for one whole thing, and lets go of a part of a name', () => {
    const shown = translateView(searching('shop-web'), there).filter.search;
    expect(shown).toMatch(/^[a-z]+-[a-z]+$/);
    expect(shown).not.toBe('shop-web');
    expect(translateView(searching(shown), home).filter.search).toBe('shop-web');
    expect(translateView(searching('shop'), there).filter.search).toBe('');
  });

  test('lets go of what is not in the picture: it must not stay in the address', () => {
    const selected = 'role:arn:aws:iam::111122223333:role/forgotten' as NodeId;
    expect(translateView({ ...START_VIEW, selected }, there)).toEqual(START_VIEW);
  });

  test('finds every finding again, so that what was put aside stays so', () => {
    const findings = diagnose(plain);
    const partners = pairFindings(findings, diagnose(hidden), pairs);
    expect(partners.size).toBe(findings.length);
    expect(new Set(partners.values()).size).toBe(findings.length);
  });
});
