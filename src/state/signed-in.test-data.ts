import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, vi } from 'vitest';
import { ok } from '../base/result.ts';
import type { AwsClients } from '../collect/clients.ts';
import type { ReadRequest } from '../collect/live-calls.ts';
import type { FetchPage, Page } from '../collect/page.ts';
import { readPages } from '../collect/read-pages.ts';
import { toAccountId, toArn, toInstanceId, toIsoTime, toRegion } from '../inventory/ids.ts';
import type { InstanceRecord, RecordOrigin } from '../inventory/records.ts';
import type { AppConfig } from '../session/config.ts';
import type { Failure } from '../session/explain-failure.ts';
import type { Session } from '../session/session.ts';
import { createLiveInventory } from './live-inventory.ts';
import { createSessionStore } from './session-store.ts';

const READ_AT = toIsoTime('2026-11-25T12:00:00Z');
export const ACCOUNT = toAccountId('111122223333');

function newSession(): Session {
  return {
    sessionNumber: 7,
    accountId: ACCOUNT,
    callerArn: toArn('arn:aws:iam::111122223333:user/a'),
    userId: 'AIDA',
    partition: 'aws',
    startRegion: toRegion('eu-west-1'),
    origin: { kind: 'static', words: 'those that were pasted', renews: false },
    longLived: false,
    signInPart: {
      coverage: [{ call: 'sts:GetCallerIdentity', status: 'complete', requests: 1, records: 1 }],
    },
  };
}

export const origin: RecordOrigin = { call: 'ec2:DescribeInstances', label: 'live', readAt: READ_AT };
const instance = (id: string): InstanceRecord => ({
  origin,
  accountId: ACCOUNT,
  InstanceId: toInstanceId(id),
  Ipv6Addresses: [],
});

/** A failure that a page script throws; `explain` hands it on. */
export class Scripted extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('scripted');
    this.failure = failure;
  }
}
export const refuse = (reason: Failure['reason']): never => {
  throw new Scripted({ status: 'failed', reason });
};

export type Script = (request: ReadRequest, token: string | undefined, nth: number) => Page | Promise<Page>;

export const EMPTY_PAGE: Page = { part: {}, records: 0, next: { kind: 'end' } };
export const page = (ids: readonly string[], token?: string): Page => ({
  part: { instances: ids.map(instance) },
  records: ids.length,
  next: token === undefined ? { kind: 'end' } : { kind: 'token', token },
});
export const regionsPage = (names: readonly string[]): Page => ({
  part: { regions: names.map((name) => ({ origin, RegionName: toRegion(name) })) },
  records: names.length,
  next: { kind: 'end' },
});

/** Answers the region list with one region and all else with nothing, but for what the script says. */
export const withInstances =
  (of: Script): Script =>
  (request, token, nth) => {
    if (request.call === 'ec2:DescribeRegions') return regionsPage(['eu-west-1']);
    return request.call === 'ec2:DescribeInstances' ? of(request, token, nth) : EMPTY_PAGE;
  };

const clients: QueryClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
});

/** Signs in to an account that answers as the script says. */
export async function signedIn(script: Script, config: AppConfig = {}) {
  const asked: string[] = [];
  const closed = vi.fn();
  const session = newSession();
  const sessions = createSessionStore({
    signIn: () => Promise.resolve(ok(session)),
    assume: () => Promise.reject(new Error('not asked')),
    config: () => Promise.resolve(ok(config)),
    now: () => 0,
  });
  const open = (): AwsClients => ({
    read: (request, signal) => {
      const fetchPage: FetchPage = async (token) => {
        const name = [request.call, request.region, request.resource, request.detail]
          .filter(Boolean)
          .join(' ');
        asked.push(name);
        const nth = asked.filter((each) => each === name).length;
        const answer = Promise.resolve(script(request, token, nth));
        const aborted = new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () =>
            reject(new Scripted({ status: 'not-asked', reason: { kind: 'cancelled' } })),
          );
        });
        return Promise.race([answer, aborted]);
      };
      return readPages(request, fetchPage, {
        accountId: ACCOUNT,
        now: () => new Date(READ_AT),
        signal,
        inTurn: (send) => send(),
        explain: (error) => {
          if (error instanceof Scripted) return Promise.resolve(error.failure);
          return Promise.resolve({ status: 'not-asked', reason: { kind: 'cancelled' } });
        },
      });
    },
    simulate: () => Promise.reject(new Error('not asked')),
    tally: () => ({ requests: asked.length, retries: 0 }),
    close: closed,
  });
  const client = new QueryClient();
  clients.push(client);
  const live = createLiveInventory(client, sessions, open);
  await sessions.signIn({ accessKeyId: 'a', secretAccessKey: 'hush' });
  const ids = () => live.getSnapshot().inventory?.instances.map((each) => each.InstanceId);
  const entry = (call: string) => live.getSnapshot().inventory?.coverage.find((each) => each.call === call);
  const settled = () => vi.waitFor(() => expect(live.getSnapshot().isReading).toBe(false));
  return { live, sessions, session, client, asked, closed, ids, entry, settled };
}
