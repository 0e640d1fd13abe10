import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportName } from '../actions/export-name.ts';
import { displayText } from '../base/display-text.ts';
import { CHAIN_COLUMNS } from '../export/chain-columns.ts';
import { chainRows } from '../export/chain-rows.ts';
import { chainTicket } from '../export/chain-ticket.ts';
import { chainsCsv } from '../export/chains-csv.ts';
import { diagramOf } from '../export/diagram/diagram.ts';
import { dotText } from '../export/diagram/dot.ts';
import { mermaidText } from '../export/diagram/mermaid.ts';
import { findingsCsv } from '../export/findings-csv.ts';
import { findingsMarkdown } from '../export/findings-markdown.ts';
import { captionParts } from '../export/picture/caption.ts';
import { composePicture } from '../export/picture/compose-picture.ts';
import { PALETTES } from '../export/picture/palette.ts';
import { pictureSvg } from '../export/picture/picture-svg.ts';
import { restore } from '../files/restore.ts';
import { writeSnapshot } from '../files/snapshot.ts';
import { answerChains } from '../findings/answers.ts';
import { diagnose } from '../findings/diagnose.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { listChains } from '../graph/chains.ts';
import { makeReport } from '../headless/report.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { REDACTED_KINDS, type RedactedKind } from '../inventory/redacted-kinds.ts';
import { buildScene } from '../scene/build-scene.ts';
import { NO_FILTER } from '../scene/chain-filter.ts';
import { accountNames } from '../state/account-names.ts';
import { formatAddress, START_VIEW } from '../state/address.ts';
import { NO_REDACTION } from '../state/redaction.ts';
import type { Workspace } from '../state/workspace.ts';
import { anyAccount, anyNamedAccount, FILE, sampleAccount } from './accounts.test-data.ts';
import { createRedactors } from './engine.ts';
import { leaksIn, originalsOf } from './originals.test-data.ts';

const ALL: ReadonlySet<RedactedKind> = new Set(REDACTED_KINDS);

/** Everything that an inventory can leave the page as, by what it is. */
function everyExport(inventory: Inventory): Readonly<Record<string, string>> {
  const graph = buildGraph(inventory);
  const chains = listChains(graph);
  const findings = diagnose(graph);
  const names = accountNames(inventory, chains, [], NO_REDACTION);
  const findingsOn = (node: string) => findings.filter(({ nodes }) => nodes.some((each) => each === node));
  const closed = buildScene(graph, chains, findings, { openFolds: [], accountNames: names });
  const openFolds = [...closed.marks.values()].flatMap(({ fold }) => fold?.key ?? []);
  const scene = buildScene(graph, chains, findings, { openFolds, accountNames: names, policies: true });
  const caption = captionParts({
    inventory,
    accountNames: names,
    chains,
    total: chains.length,
    filter: NO_FILTER,
    redacted: true,
  });
  const ticket = chainTicket({
    graph,
    subject: chains[0]?.id ?? '',
    chains,
    findingsOn,
    accountNames: names,
    redacted: true,
  });
  const dismissals = findings.map(({ id }) => ({ id, reason: 'known', at: '2026-03-01T00:00:00.000Z' }));
  const snapshot = writeSnapshot(inventory, dismissals);
  const reading = restore(snapshot, FILE);
  return {
    'chains as CSV': chainsCsv(
      chainRows(graph, chains, findingsOn),
      CHAIN_COLUMNS.map(({ key }) => key),
      { byteOrderMark: true },
    ),
    'findings as CSV': findingsCsv(graph, findings, () => undefined, { byteOrderMark: true }),
    'findings as Markdown': findingsMarkdown({
      accounts: [...names.values()],
      sample: false,
      findings,
      dismissed: () => undefined,
    }),
    'ticket as Markdown': ticket.markdown,
    'ticket as text': ticket.plain,
    'ticket as HTML': ticket.html(),
    'picture as SVG': pictureSvg(composePicture({ scene, caption }), PALETTES.light, caption.join(' · ')),
    'what a screen reader says of it': [...scene.marks.values()].map(({ spoken }) => spoken).join('\n'),
    'diagram for Mermaid': mermaidText(diagramOf(scene), caption),
    'diagram for Graphviz': dotText(diagramOf(scene), caption),
    'answers of chains': JSON.stringify(answerChains(graph)),
    snapshot,
    'report of the command line on that snapshot': reading.ok
      ? JSON.stringify(makeReport(reading.value))
      : '',
    addresses: [...graph.nodes.keys()]
      .map((selected) => decodeURIComponent(formatAddress({ ...START_VIEW, selected, openFolds })))
      .join('\n'),
    'file names': exportName(
      { inventory, redaction: { ...NO_REDACTION, on: true } } as unknown as Workspace,
      'chains',
      'csv',
    ),
  };
}

function leaks(inventory: Inventory, kinds = ALL): readonly string[] {
  const originals = originalsOf(inventory);
  const redacted = createRedactors()(kinds).inventory(inventory);
  return Object.entries(everyExport(redacted)).flatMap(([what, text]) =>
    leaksIn(text, originals).map((original) => `${what}: ${original}`),
  );
}

describe('no value of a redacted account is in anything that leaves the page', () => {
  test('the sample account with its partner account', () => {
    const inventory = sampleAccount();
    expect(originalsOf(inventory).size).toBeGreaterThan(400);
    expect(leaks(inventory)).toEqual([]);
  });

  test('while every one of them is there when nothing is redacted', () => {
    const inventory = sampleAccount();
    const all = Object.values(everyExport(inventory)).join('\n');
    // One name tries to turn the words around it, and is nowhere written as it is.
    const originals = [...originalsOf(inventory)].filter((text) => text === displayText(text));
    expect(leaksIn(all, new Set(originals))).toEqual(originals);
  });

  test('accounts of which several things are wrong at once', () => {
    fc.assert(
      fc.property(anyAccount, (inventory) => {
        // Their names are often plain words, such as "caller", that Rolewire's own sentences have as well.
        expect(leaks(inventory).filter((leak) => !/: [a-z]{3,10}$/.test(leak))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('accounts of random names, ids, addresses, policies and messages', () => {
    fc.assert(
      fc.property(anyNamedAccount, (inventory) => {
        expect(leaks(inventory)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('a redacted account can be saved, opened and looked at, and says that it is redacted', () => {
  const redacted = createRedactors()(ALL).inventory(sampleAccount());
  const reading = restore(writeSnapshot(redacted), FILE);
  expect(reading).toMatchObject({ ok: true, value: { inventory: { redacted: REDACTED_KINDS } } });
  if (reading.ok) expect(buildGraph(reading.value.inventory).nodes).toEqual(buildGraph(redacted).nodes);
});
