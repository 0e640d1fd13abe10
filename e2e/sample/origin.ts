import type { CallName } from '../../src/inventory/calls.ts';
import { type IsoTime, toIsoTime } from '../../src/inventory/ids.ts';
import type { RecordOrigin, Tag } from '../../src/inventory/records.ts';

/** When the sample says that it was read: all its times are before it. */
export const READ_AT = toIsoTime('2026-11-20T09:00:00.000Z');

export function originOf(call: CallName): RecordOrigin {
  return { call, label: 'sample account', readAt: READ_AT };
}

/** A time so many seconds before the sample was read. */
export function secondsBefore(seconds: number): IsoTime {
  return toIsoTime(new Date(Date.parse(READ_AT) - seconds * 1000).toISOString());
}

/** Tags in the order given. */
export function tagsOf(tags: Readonly<Record<string, string>> = {}): readonly Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
