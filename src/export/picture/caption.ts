import { groupedAccount } from '../../base/account-id.ts';
import { compareText } from '../../base/compare.ts';
import type { Chain } from '../../graph/chain.ts';
import { type CallName, callFacts } from '../../inventory/calls.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { ChainFilter } from '../../scene/chain-filter.ts';

/** What a caption is made from. All of it is as shown on screen, so with names hidden it holds pseudonyms alone. */
export interface CaptionInput {
  readonly inventory: Inventory;
  /** What to call each account, by its id. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** The chains in the picture. */
  readonly chains: readonly Chain[];
  /** How many chains there are in all. */
  readonly total: number;
  readonly filter: ChainFilter;
  /** Names, ids and addresses are pseudonyms. */
  readonly redacted: boolean;
  /** The two reads whose differences are drawn. */
  readonly compared?: { readonly earlier: ComparedRead; readonly later: ComparedRead } | undefined;
}

interface ComparedRead {
  /** Where it came from, in a few words. */
  readonly label: string;
  readonly readAt?: string | undefined;
}

/** What a picture is of, for whoever gets it without the app: account, regions, time, what is left out and what is unknown. */
export function captionParts(input: CaptionInput): readonly string[] {
  const { inventory, chains, total, filter } = input;
  const all = `${total.toLocaleString('en')} ${total === 1 ? 'chain' : 'chains'}`;
  const shown = chains.length === total ? all : `${chains.length.toLocaleString('en')} of ${all}`;
  return [
    ...originParts(input),
    comparisonWords(input.compared),
    regionWords(chains),
    filterWords(filter).length === 0 ? shown : `${shown}: ${filterWords(filter).join(', ')}`,
    ...coverageWords(coverageOf(inventory, chains)),
  ].filter((part) => part !== '');
}

/** Whose data it is, of when, and whether it is real: also the first lines of a text for a ticket. */
export function originParts({
  inventory,
  accountNames,
  chains,
  redacted,
}: Pick<CaptionInput, 'inventory' | 'accountNames' | 'chains' | 'redacted'>): readonly string[] {
  return [
    inventory.kind === 'sample' ? 'Sample account — invented data' : '',
    redacted ? 'redacted: names and ids are pseudonyms' : '',
    accountWords(chains, accountNames),
    readWords(inventory),
  ].filter((part) => part !== '');
}

const MOST_NAMED = 4;

function accountWords(chains: readonly Chain[], names: ReadonlyMap<string, string>): string {
  const accounts = distinct(chains.map(({ accountId }) => accountId));
  if (accounts.length === 0) return '';
  const words = accounts.map((id) => {
    const name = names.get(id);
    const grouped = groupedAccount(id);
    return name === undefined || name === id || name === grouped ? grouped : `${grouped} (${name})`;
  });
  return `${words.length === 1 ? 'account' : 'accounts'} ${listed(words)}`;
}

function regionWords(chains: readonly Chain[]): string {
  return listed(distinct(chains.map(({ region }) => region)));
}

function readWords({ kind, readAt }: Inventory): string {
  const from = kind === 'files' ? 'read from files' : 'read';
  if (!readAt) return kind === 'files' ? `${from}, time not known` : '';
  return kind === 'files' ? `${from}, as of ${utc(readAt)}` : `${from} ${utc(readAt)}`;
}

/** In UTC: a ticket travels between time zones. */
function utc(time: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(time);
  return parts ? `${parts[1]} ${parts[2]} UTC` : time;
}

function comparisonWords(compared: CaptionInput['compared']): string {
  if (!compared) return '';
  const { earlier, later } = compared;
  return `compared: ${sideWords(earlier)} → ${sideWords(later)}; + added, − removed, ≠ changed`;
}

function sideWords({ label, readAt }: ComparedRead): string {
  return readAt ? `${label} (${utc(readAt)})` : label;
}

/** The filters in force, in words. */
function filterWords(filter: ChainFilter): readonly string[] {
  return [
    filter.search.trim() === '' ? '' : `search “${filter.search.trim()}”`,
    filter.accounts.length === 0
      ? ''
      : `${filter.accounts.length === 1 ? 'account' : 'accounts'} ${listed(filter.accounts.map(groupedAccount))}`,
    filter.regions.length === 0
      ? ''
      : `${filter.regions.length === 1 ? 'region' : 'regions'} ${listed(filter.regions)}`,
    filter.states.length === 0 ? '' : `state ${listed(filter.states)}`,
    filter.onlyBroken ? 'only broken chains' : '',
    filter.onlyNamesDiffer ? 'only where names differ' : '',
    filter.onlyUnused ? 'only unused' : '',
    filter.onlyChanges ? 'only changes' : '',
    filter.withTerminated ? 'with terminated instances' : '',
  ].filter((words) => words !== '');
}

/** The reads that speak of the accounts in the picture. */
function coverageOf({ coverage }: Inventory, chains: readonly Chain[]): readonly CoverageEntry[] {
  const accounts = new Set(chains.map(({ accountId }) => accountId));
  return coverage.filter(({ accountId }) => accountId === undefined || accounts.has(accountId));
}

/** What was not read, in as few words as say it. Nothing when all that was asked came whole. */
function coverageWords(coverage: readonly CoverageEntry[]): readonly string[] {
  const wanted = coverage.filter(isWanted);
  const instances = wanted.filter(
    ({ call, region }) => call === 'ec2:DescribeInstances' && region !== undefined,
  );
  const regions = distinct(instances.map(({ region }) => region));
  const unread = distinct(instances.filter(isIncomplete).map(({ region }) => region));
  const others = wanted.filter((entry) => isIncomplete(entry) && !instances.includes(entry));
  const calls = distinct(
    others.filter(({ call }) => callFacts(call).scope === 'account').map(({ call }) => call),
  );
  return [
    unread.length === 0
      ? ''
      : `${unread.length} of ${regions.length} ${regions.length === 1 ? 'region' : 'regions'} not readable: ${listed(unread)}`,
    calls.length === 0 ? '' : `not read in full: ${listed(calls)}`,
  ].filter((words) => words !== '');
}

/** A region that is not enabled holds nothing; a call that nobody asked for was not missed, unless every chain needs it. */
export function isWanted(entry: CoverageEntry): boolean {
  if (entry.reason?.kind === 'region-not-enabled') return false;
  if (entry.reason?.kind === 'not-supplied') return NEEDED.has(entry.call);
  return entry.status !== 'not-asked' || entry.reason?.kind === 'cancelled';
}

const NEEDED: ReadonlySet<CallName> = new Set([
  'ec2:DescribeInstances',
  'iam:ListInstanceProfiles',
  'iam:ListRoles',
]);

export function isIncomplete(entry: CoverageEntry): boolean {
  return entry.status !== 'complete';
}

function listed(words: readonly string[]): string {
  if (words.length <= MOST_NAMED) return words.join(', ');
  return `${words.slice(0, MOST_NAMED).join(', ')} and ${words.length - MOST_NAMED} more`;
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.flatMap((value) => value || []))].sort(compareText);
}
