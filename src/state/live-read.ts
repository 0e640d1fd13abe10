import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { AwsClients } from '../collect/clients.ts';
import type { ReadRequest } from '../collect/live-calls.ts';
import { notAsked } from '../collect/plan-reads.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { Session } from '../session/session.ts';

/** What the query cache holds for one call of one account and region. */
export interface ReadResult {
  /** The pages, as they came. */
  readonly parts: readonly InventoryPart[];
  /** How far the read of these pages got. */
  readonly entry: CoverageEntry;
  /** Which session asked last. */
  readonly askedBy: number;
  /** How a newer read ended that brought less: the older, fuller answer stays. */
  readonly newerFailure?: CoverageEntry | undefined;
}

/** The first word of all keys of live reads. */
export const LIVE_KEY = 'live';

/** Whose reads: those of one account, from its opening until it is taken off the screen. */
export interface ReadScope {
  /** Set apart from all other runs of this tab. */
  readonly runNumber: number;
  readonly accountId: AccountId;
}

/** The key of a read: which run, account, region and call. Never a credential. */
export function readKey({ runNumber, accountId }: ReadScope, request: ReadRequest): QueryKey {
  const { call, region = 'global', resource = '', detail } = request;
  const key = [LIVE_KEY, runNumber, accountId, region, call, resource];
  return detail === undefined ? key : [...key, detail];
}

/**
 * The query function of one read. Pages go into the cache as they come, unless an earlier answer is there: that one stays
 * until the new one is known to be no worse.
 */
export async function readInto(
  client: QueryClient,
  scope: ReadScope & { readonly session: Session },
  clients: AwsClients,
  request: ReadRequest,
  signal: AbortSignal,
  onPage: () => void,
): Promise<ReadResult> {
  const key = readKey(scope, request);
  const earlier = client.getQueryData<ReadResult>(key);
  const askedBy = scope.session.sessionNumber;
  const kept = earlier !== undefined && isWorthKeeping(earlier.entry) ? earlier : undefined;
  let result: ReadResult = {
    parts: [],
    entry: notAsked(request, scope.accountId, { kind: 'running' }),
    askedBy,
  };
  for await (const part of clients.read(request, signal)) {
    result = { parts: [...result.parts, part], entry: part.coverage?.[0] ?? result.entry, askedBy };
    if (kept === undefined && !signal.aborted) client.setQueryData<ReadResult>(key, result);
    onPage();
  }
  return kept !== undefined && !isBetter(result.entry, kept.entry)
    ? { parts: kept.parts, entry: kept.entry, newerFailure: result.entry, askedBy }
    : result;
}

function isWorthKeeping(entry: CoverageEntry): boolean {
  return entry.status === 'complete' || entry.records > 0;
}

function isBetter(fresh: CoverageEntry, earlier: CoverageEntry): boolean {
  if (fresh.status === 'complete') return true;
  return earlier.status !== 'complete' && fresh.records > earlier.records;
}
