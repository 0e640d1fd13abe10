import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { Finding } from '../findings/finding.ts';
import { reasonWords } from '../findings/not-checked.ts';
import type { Chain } from '../graph/chain.ts';
import type { Graph } from '../graph/graph.ts';
import { type CallName, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import { blocksHtml } from './blocks-html.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { blocksPlain } from './blocks-plain.ts';
import { type ChainRow, chainRow, type FindingsOn, findingsOfChain } from './chain-rows.ts';
import { findingBlocks } from './finding-blocks.ts';
import { type CaptionInput, isIncomplete, isWanted, originParts } from './picture/caption.ts';
import { xmlText } from './picture/xml.ts';
import { type Inline, inlineOf, type TextBlock } from './text-block.ts';

/** What a text for a ticket is made from: the chains of one node, and what is known of them. */
export interface ChainTicket extends Pick<CaptionInput, 'accountNames' | 'redacted'> {
  readonly graph: Graph;
  /** What the ticket is about, as its title says it. */
  readonly subject: string;
  /** The answer in one sentence, names between backticks. */
  readonly sentence?: string | undefined;
  readonly chains: readonly Chain[];
  /** Live findings alone. */
  readonly findingsOn: FindingsOn;
}

export interface TicketText {
  readonly markdown: string;
  readonly plain: string;
  /** A fragment without style, with a picture of the chains below its heading. */
  readonly html: (picture?: TicketPicture) => string;
}

interface TicketPicture {
  readonly src: string;
  readonly alt: string;
  /** CSS pixels. */
  readonly width: number;
}

/** Chains with their findings, proof and fix, and what could not be checked, for whoever works on the ticket. */
export function chainTicket(ticket: ChainTicket): TicketText {
  const blocks = ticketBlocks(ticket);
  return {
    markdown: `${blocksMarkdown(blocks)}\n`,
    plain: `${blocksPlain(blocks)}\n`,
    html: (picture) =>
      [
        blocksHtml(blocks.slice(0, 2)),
        ...(picture ? [image(picture)] : []),
        blocksHtml(blocks.slice(2)),
      ].join('\n'),
  };
}

function image({ src, alt, width }: TicketPicture): string {
  return `<p><img src="${xmlText(src)}" alt="${xmlText(alt)}" width="${Math.round(width)}"></p>`;
}

/** Of a role in hundreds of instances, that many are spelled out. */
const MOST_CHAINS = 20;
const MOST_FINDINGS = 20;

function ticketBlocks(ticket: ChainTicket): readonly TextBlock[] {
  const { graph, subject, sentence, chains } = ticket;
  const findings = findingsOf(ticket);
  const unread = unreadBlock(graph, chains);
  return [
    { kind: 'heading', level: 2, text: `Chain of ${subject}` },
    {
      kind: 'sentence',
      parts: [{ text: originParts({ ...ticket, inventory: graph.inventory }).join(' · ') }],
    },
    ...(sentence ? [{ kind: 'sentence', parts: inlineOf(sentence) } as const] : []),
    ...chainBlocks(ticket),
    ...(findings.length === 0
      ? [{ kind: 'sentence', parts: [{ text: 'No findings on it.' }] } as const]
      : []),
    ...findings.slice(0, MOST_FINDINGS).flatMap(findingBlocks),
    ...(findings.length > MOST_FINDINGS
      ? [
          {
            kind: 'sentence',
            parts: [{ text: `${findings.length - MOST_FINDINGS} more findings.` }],
          } as const,
        ]
      : []),
    ...(unread ? [unread] : []),
  ];
}

function findingsOf({ graph, chains, findingsOn }: ChainTicket): readonly Finding[] {
  return [...new Set(chains.flatMap((chain) => findingsOfChain(graph, chain, findingsOn)))].sort(
    (a, b) => BADNESS.indexOf(a.severity) - BADNESS.indexOf(b.severity) || compareText(a.id, b.id),
  );
}

const BADNESS: readonly Finding['severity'][] = ['critical', 'warning', 'unknown', 'info'];

function chainBlocks({ graph, chains }: ChainTicket): readonly TextBlock[] {
  const rows = chains.slice(0, MOST_CHAINS).map((chain) => chainRow(graph, chain, () => []));
  const [only] = rows;
  if (only && rows.length === 1) return [{ kind: 'list', items: linkItems(only) }];
  const items = rows.map((row) => ({ parts: lineParts(row) }));
  const more = chains.length - rows.length;
  if (more > 0) items.push({ parts: [{ text: `${more} more chains` }] });
  return items.length === 0 ? [] : [{ kind: 'list', lead: `${chains.length} chains`, items }];
}

/** A link a line, each with all that names it. */
function linkItems(row: ChainRow): readonly { readonly name: string; readonly parts: readonly Inline[] }[] {
  const { instanceName, instanceId } = row;
  const facts = [row.state, row.type, row.zone || row.region].filter((fact) => fact !== '').join(', ');
  const instance = instanceName || instanceId;
  return [
    {
      name: 'Instance',
      parts: [...named(instance, instanceName ? [instanceId] : []), { text: facts && `, ${facts}` }],
    },
    { name: 'Instance profile', parts: named(row.profileName, [row.profileId, row.profileArn]) },
    { name: 'Role', parts: named(row.roleName, [row.roleArn]) },
    { name: 'Chain', parts: [{ text: row.statusWords }, ...reason(row)] },
  ].filter(({ parts }) => parts.some((part) => 'code' in part || part.text !== ''));
}

/** A whole chain on one line. */
function lineParts(row: ChainRow): readonly Inline[] {
  const { instanceName, instanceId, profileName, roleName } = row;
  const links = [
    named(instanceName || instanceId, instanceName ? [instanceId] : []),
    named(profileName, []),
    named(roleName, []),
  ].filter((link) => link.length > 0);
  const path = links.flatMap((link, index) => (index === 0 ? link : [{ text: ' → ' }, ...link]));
  return [...path, { text: `: ${row.statusWords}` }, ...reason(row)];
}

function reason(row: ChainRow): readonly Inline[] {
  return row.why === '' ? [] : [{ text: ' (' }, ...inlineOf(row.why), { text: ')' }];
}

function named(name: string, more: readonly string[]): readonly Inline[] {
  if (name === '') return [];
  const known = more.filter((part) => part !== '');
  if (known.length === 0) return [{ code: name }];
  const list = known.flatMap((code, index): readonly Inline[] =>
    index === 0 ? [{ code }] : [{ text: ', ' }, { code }],
  );
  return [{ code: name }, { text: ' (' }, ...list, { text: ')' }];
}

/** The reads that would have told more of these chains, and why each did not come whole. */
function unreadBlock(graph: Graph, chains: readonly Chain[]): TextBlock | undefined {
  const accounts = new Set(chains.flatMap(({ accountId }) => accountId ?? []));
  const regions = new Set(chains.flatMap(({ region }) => region ?? []));
  const speaksOf = ({ accountId, region, resource }: CoverageEntry): boolean =>
    (accountId === undefined || accounts.has(accountId)) &&
    (region === undefined || regions.size === 0 || regions.has(region)) &&
    resource === undefined;
  const missing = graph.coverage.entries.filter(
    (entry) => isWanted(entry) && isIncomplete(entry) && speaksOf(entry),
  );
  if (missing.length === 0) return undefined;
  const alike = groupBy(missing, (entry) => `${entry.call} ${words(entry)}`);
  const items = Array.from(alike, ([key, entries]) => ({ key, entries })).sort((a, b) =>
    compareText(a.key, b.key),
  );
  return {
    kind: 'list',
    lead: 'Not read in full',
    items: items.flatMap(({ entries }) => {
      const [first] = entries;
      return first ? [{ parts: unreadParts(first.call, words(first), entries) }] : [];
    }),
  };
}

function unreadParts(call: CallName, why: string, entries: readonly CoverageEntry[]): readonly Inline[] {
  const places = [...new Set(entries.flatMap(({ region }) => region ?? []))].sort(compareText);
  return [{ code: call }, { text: `${places.length === 0 ? '' : ` in ${places.join(', ')}`} ${why}` }];
}

function words(entry: CoverageEntry): string {
  return reasonWords(entry, callFacts(entry.call).permission);
}
