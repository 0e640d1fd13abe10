import { type CallName, callFacts } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId, IsoTime, Region } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { Command } from './command.ts';
import { coverageOfError } from './error-text.ts';
import { type Place, recordsOf } from './settle.ts';

/** One known command of an input, read. */
export interface CallOutcome {
  readonly call: CallName;
  readonly command: Command;
  readonly part: InventoryPart;
  readonly records: number;
  readonly supplied: boolean;
  readonly partial?: string | undefined;
  readonly resource?: string | undefined;
  readonly error?: string | undefined;
  readonly readAt?: IsoTime | undefined;
}

/**
 * How far a command got. A list of one region covers that region alone: the one of its `--region` flag, else the ones of
 * its records, else the one where the input's plain commands were run. With none of these the region stays open.
 */
export function coverageOf(outcome: CallOutcome, place: Place): readonly CoverageEntry[] {
  const { call, command } = outcome;
  const found = recordsOf(outcome.part);
  const regional = callFacts(call).scope === 'region';
  const accounts = spread(
    command.accountId,
    found.map((record) => record.accountId),
    place.accountId,
  );
  const regions: readonly (Region | undefined)[] = regional
    ? spread(
        command.region,
        found.map((record) => ('region' in record ? record.region : undefined)),
        place.region,
      )
    : [undefined];
  const state = stateOf(outcome);
  return accounts.flatMap((accountId: AccountId | undefined) =>
    regions.map((region) => ({
      call,
      accountId,
      region,
      resource: outcome.resource,
      ...state,
      requests: 0,
      records: outcome.records,
      readAt: outcome.readAt,
    })),
  );
}

type State = Pick<CoverageEntry, 'status' | 'reason' | 'message'>;

function stateOf(outcome: CallOutcome): State {
  if (outcome.error !== undefined) {
    const { status, reason } = coverageOfError(outcome.error, outcome.call);
    const brought = outcome.records > 0 && status === 'failed';
    return { status: brought ? 'partial' : status, reason, message: outcome.error };
  }
  if (!outcome.supplied) return { status: 'not-asked', reason: { kind: 'not-supplied' } };
  const how = outcome.partial ?? partOnly(outcome.command, outcome.call);
  return how === undefined
    ? { status: 'complete' }
    : { status: 'partial', reason: { kind: 'truncated', how } };
}

/** Flags by which a list command brings a part of its list. */
const NARROWING = [
  '--filters',
  '--instance-ids',
  '--association-ids',
  '--path-prefix',
  '--region-names',
  '--launch-template-id',
  '--launch-template-name',
  '--launch-template-ids',
  '--launch-template-names',
  '--auto-scaling-group-names',
  '--launch-configuration-names',
  '--min-version',
  '--max-version',
  '--starting-token',
  '--next-token',
  '--marker',
];

function partOnly(command: Command, call: CallName): string | undefined {
  const flag = NARROWING.find((one) => command.flags.has(one));
  if (flag !== undefined) return `${flag} asks for a part of the list`;
  const versions = command.flags.get('--versions');
  if (versions !== undefined && !['$Default', '$Latest'].every((one) => versions.includes(one))) {
    return '--versions asks for some versions only';
  }
  const query = command.flags.get('--query')?.join(' ');
  return query !== undefined && callFacts(call).scope !== 'resource' && /\?|\||\[-?\d|\[\d*:/.test(query)
    ? '--query picks a part of the list'
    : undefined;
}

/** What is told beats what is found, what is found beats the default; several found give an entry each. */
function spread<Item>(
  told: Item | undefined,
  found: readonly (Item | undefined)[],
  otherwise: Item | undefined,
): readonly (Item | undefined)[] {
  if (told !== undefined) return [told];
  const known = [...new Set(found.filter((item) => item !== undefined))];
  return known.length > 0 ? known : [otherwise];
}
