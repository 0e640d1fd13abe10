import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { diagnose } from '../findings/diagnose.ts';
import { CASES } from '../findings/load-cases.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import type { NodeId } from '../graph/graph.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { REDACTED_KINDS } from '../inventory/redacted-kinds.ts';
import { buildScene } from '../scene/build-scene.ts';
import { anyAccount, anyNamedAccount, FILE, sampleAccount } from './accounts.test-data.ts';
import { createRedactors, pairNodes } from './engine.ts';

const ALL = new Set(REDACTED_KINDS);

/** What is so of an account, whatever its things are called: `to` gives nodes the names of the other picture. */
function truthsOf(inventory: Inventory, to: (node: NodeId) => NodeId = (node) => node) {
  const graph = buildGraph(inventory);
  const findings = diagnose(graph);
  const chains = listChains(graph);
  const scene = buildScene(graph, chains, findings, { openFolds: [] });
  return {
    nodes: [...graph.nodes.keys()].map(to).sort(),
    edges: graph.edges
      .map(({ kind, from, to: end, status, namesDiffer, joinedBy, statedBy }) =>
        [kind, to(from), to(end), status, namesDiffer, joinedBy, statedBy].join(' '),
      )
      .sort(),
    chains: chains
      .map(({ instance, profile, role, status, namesDiffer, region }) =>
        [...[instance, profile, role].map((node) => node && to(node)), status, namesDiffer, region].join(' '),
      )
      .sort(),
    findings: findings
      .map(({ rule, severity, title, nodes, edges, evidence, notChecked }) =>
        [
          rule,
          severity,
          title,
          nodes.map(to).sort(),
          edges.length,
          evidence.length,
          notChecked.map(({ call }) => call),
        ].join(' '),
      )
      .sort(),
    folds: [...scene.marks.values()]
      .flatMap(({ nodes, fold, count, shape }) =>
        fold ? [[shape, count, nodes.map(to).sort()].join(' ')] : [],
      )
      .sort(),
  };
}

function expectSame(inventory: Inventory): void {
  const redactor = createRedactors()(ALL);
  const redacted = redactor.inventory(inventory);
  const pairs = pairNodes(buildGraph(inventory), buildGraph(redacted), redactor);
  const truths = truthsOf(inventory, (node) => pairs.get(node) ?? (`no partner of ${node}` as NodeId));
  expect(truthsOf(redacted)).toEqual(truths);
}

/**
 * Whether one unique id stands for two things, as AWS never gives it: of two equally good ones Rolewire takes the first by
 * name, which is another under pseudonyms.
 */
function hasTwins({ instanceProfiles, roles }: Inventory): boolean {
  const arnsOf = new Map<string, string>();
  const all = [...roles, ...instanceProfiles.flatMap(({ Roles = [] }) => Roles)];
  const named = [
    ...all.map(({ RoleId: id, RoleName: name }) => [id, name] as const),
    ...instanceProfiles.map(({ InstanceProfileId: id, InstanceProfileName: name }) => [id, name] as const),
  ];
  return named.some(([id, name]) => {
    if (id === undefined) return false;
    const known = arnsOf.get(id) ?? name;
    arnsOf.set(id, known);
    return known !== name;
  });
}

describe('under pseudonyms an account has the same nodes, links, chains, findings and folds', () => {
  test('the sample account', () => expectSame(sampleAccount()));

  test.each(CASES.map(({ id, title, input }) => [id, title, input] as const))(
    'case %s: %s',
    (_id, _title, input) => {
      expectSame(readCliDocument(input, FILE).inventory);
    },
  );

  test('accounts of which several things are wrong at once', () => {
    const possible = anyAccount.filter((inventory) => !hasTwins(inventory));
    fc.assert(fc.property(possible, expectSame), { numRuns: 150 });
  });

  test('accounts of random names', () => {
    fc.assert(fc.property(anyNamedAccount, expectSame), { numRuns: 60 });
  });
});
