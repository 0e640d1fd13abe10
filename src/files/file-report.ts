import { compareText } from '../base/compare.ts';
import { callFacts } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { FileError } from './file-error.ts';
import { MOST_NOTES } from './limits.ts';
import type { NotUsed } from './read-cli-document.ts';
import type { InputAnswer } from './read-input.ts';
import { recordsOf } from './settle.ts';

/** What one file gave, for whoever opened it. */
export interface FileReport {
  readonly name: string;
  readonly bytes: number;
  /** Kinds of record with their number, those that came only. */
  readonly gave: readonly { readonly what: string; readonly count: number }[];
  /** What was listed whole and is not there at all: "launch templates". */
  readonly none: readonly string[];
  readonly accounts: readonly AccountId[];
  readonly regions: readonly Region[];
  /** Reads that did not bring everything, in the order of the file. */
  readonly short: readonly CoverageEntry[];
  /** Parts that were left out, each in a sentence. */
  readonly notes: readonly string[];
  /** Commands that Rolewire has no use for. */
  readonly notUsed: readonly NotUsed[];
  /** Why the file as a whole could not be used. */
  readonly error?: FileError | undefined;
}

/** One and several of each kind of record. */
const KINDS = [
  ['instances', 'instance', 'instances'],
  ['associations', 'profile association', 'profile associations'],
  ['instanceProfiles', 'instance profile', 'instance profiles'],
  ['roles', 'role', 'roles'],
  ['rolePolicies', 'role’s policies', 'roles’ policies'],
  ['managedPolicies', 'managed policy', 'managed policies'],
  ['users', 'user', 'users'],
  ['groups', 'group', 'groups'],
  ['launchTemplates', 'launch template', 'launch templates'],
  ['launchTemplateVersions', 'launch template version', 'launch template versions'],
  ['launchConfigurations', 'launch configuration', 'launch configurations'],
  ['autoScalingGroups', 'Auto Scaling group', 'Auto Scaling groups'],
  ['environments', 'environment', 'environments'],
  ['regions', 'region’s status', 'regions’ status'],
  ['serviceSettings', 'service setting', 'service settings'],
  ['accountSummaries', 'account summary', 'account summaries'],
  ['statements', 'statement of a host or an error', 'statements of hosts or errors'],
  ['accounts', 'account', 'accounts'],
] as const satisfies readonly (readonly [keyof Inventory, string, string])[];

/** Sums up an answer; long lists are cut, as nobody reads them. */
export function reportOf({ name, bytes, result }: InputAnswer): FileReport {
  if (!result.ok) {
    return { name, bytes, ...NOTHING_GIVEN, error: result.error };
  }
  const { inventory, notes, notUsed } = result.value;
  const records = recordsOf(inventory);
  return {
    name,
    bytes,
    gave: KINDS.flatMap(([list, one, several]) => {
      const count = inventory[list].length;
      return count === 0 ? [] : [{ what: count === 1 ? one : several, count }];
    }),
    none: sorted(
      inventory.coverage
        .filter((entry) => entry.status === 'complete' && entry.records === 0)
        .map((entry) => callFacts(entry.call).brings),
    ),
    accounts: sorted([
      ...records.map((record) => record.accountId),
      ...inventory.accounts.map((account) => account.accountId),
      ...inventory.coverage.map((entry) => entry.accountId),
    ]),
    regions: sorted([
      ...records.map((record) => ('region' in record ? record.region : undefined)),
      ...inventory.coverage.map((entry) => entry.region),
    ]),
    short: inventory.coverage.filter((entry) => entry.status !== 'complete').slice(0, MOST_NOTES),
    notes: notes.slice(0, MOST_NOTES + 1),
    notUsed: notUsed.slice(0, MOST_NOTES),
  };
}

export const NOTHING_GIVEN = {
  gave: [],
  none: [],
  accounts: [],
  regions: [],
  short: [],
  notes: [],
  notUsed: [],
} as const;

function sorted<Text extends string>(items: readonly (Text | undefined)[]): readonly Text[] {
  return [...new Set(items)].filter((item) => item !== undefined).sort(compareText);
}
