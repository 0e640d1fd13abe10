import type { CallName } from '../inventory/calls.ts';
import { type AccountId, type IsoTime, type Region, toIsoTime } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { RecordOrigin } from '../inventory/records.ts';

/** One answer of AWS, as records. */
export interface Page {
  readonly part: InventoryPart;
  /** How many records of the kind that the call brings. */
  readonly records: number;
  readonly next: NextPage;
}

/** Whether there is more: told by AWS's token alone, never by how full the page is. */
export type NextPage =
  | { readonly kind: 'end' }
  | { readonly kind: 'token'; readonly token: string }
  /** AWS says that there is more, but not how to get it. */
  | { readonly kind: 'lost' };

/** Sends one request and gives its page; throws what the SDK throws. */
export type FetchPage = (token: string | undefined, signal: AbortSignal) => Promise<Page>;

/** What every record of a read says about where it came from. */
export interface RecordScope {
  readonly call: CallName;
  readonly accountId: AccountId;
  readonly region?: Region | undefined;
  readonly now: () => Date;
}

/** The fields that each record of one page carries beside AWS's own. One object for all of them: pages hold a thousand. */
export interface RecordSource {
  readonly origin: RecordOrigin;
  readonly accountId: AccountId;
  readonly region?: Region | undefined;
}

export function recordSource(scope: RecordScope): RecordSource {
  const origin: RecordOrigin = { call: scope.call, label: 'live', readAt: toIso(scope.now()) };
  const { accountId, region } = scope;
  return region === undefined ? { origin, accountId } : { origin, accountId, region };
}

/** EC2 and Auto Scaling: there is more as long as a token comes, even with an empty page. */
export function afterToken(token: string | undefined): NextPage {
  return token ? { kind: 'token', token } : { kind: 'end' };
}

/** IAM: `IsTruncated` decides, `Marker` leads on. */
export function afterMarker(isTruncated: boolean | undefined, marker: string | undefined): NextPage {
  if (isTruncated !== true) return { kind: 'end' };
  return marker ? { kind: 'token', token: marker } : { kind: 'lost' };
}

export function toIso(date: Date): IsoTime;
export function toIso(date: Date | undefined): IsoTime | undefined;
export function toIso(date: Date | undefined): IsoTime | undefined {
  return date === undefined ? undefined : toIsoTime(date.toISOString());
}

/** Records without the id that makes them one are not records; AWS never sends them. */
export function isPresent<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
