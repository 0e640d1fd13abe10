import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
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
import { LIVE_KEY } from './live-read.ts';
import { createSessionStore } from './session-store.ts';

const READ_AT = toIsoTime('2026-11-25T12:00:00Z');
const ACCOUNT = toAccountId('111122223333');

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

const origin: RecordOrigin = { call: 'ec2:DescribeInstances', label: 'live', readAt: READ_AT };
const instance = (id: string): InstanceRecord => ({
  origin,
  accountId: ACCOUNT,
  InstanceId: toInstanceId(id),
  Ipv6Addresses: [],
});

/** A failure that a page script throws; `explain` hands it on. */
class Scripted extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('scripted');
    this.failure = failure;
  }
}
const refuse = (reason: Failure['reason']): never => {
  throw new Scripted({ status: 'failed', reason });
};

type Script = (request: ReadRequest, token: string | undefined, nth: number) => Page | Promise<Page>;

const EMPTY_PAGE: Page = { part: {}, records: 0, next: { kind: 'end' } };
const page = (ids: readonly string[], token?: string): Page => ({
  part: { instances: ids.map(instance) },
  records: ids.length,
  next: token === undefined ? { kind: 'end' } : { kind: 'token', token },
});
const regionsPage = (names: readonly string[]): Page => ({
  part: { regions: names.map((name) => ({ origin, RegionName: toRegion(name) })) },
  records: names.length,
  next: { kind: 'end' },
});

/** Answers the region list with one region and all else with nothing, but for what the script says. */
const withInstances =
  (of: Script): Script =>
  (request, token, nth) => {
    if (request.call === 'ec2:DescribeRegions') return regionsPage(['eu-west-1']);
    return request.call === 'ec2:DescribeInstances' ? of(request, token, nth) : EMPTY_PAGE;
  };

const clients: QueryClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
});

async function signedIn(script: Script, config: AppConfig = {}) {
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
        const name = [request.call, request.region, request.resource].filter(Boolean).join(' ');
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

describe('reading an account live', () => {
  it('reads each call of each region once, and what builds on a list only where it has entries', async () => {
    const { asked, settled, live } = await signedIn((request) => {
      if (request.call === 'ec2:DescribeRegions') return regionsPage(['eu-west-1', 'us-east-1']);
      return request.call === 'ec2:DescribeInstances' && request.region === 'eu-west-1'
        ? page(['i-1'])
        : EMPTY_PAGE;
    });
    await settled();
    expect([...asked].sort()).toEqual([
      'autoscaling:DescribeAutoScalingGroups eu-west-1',
      'autoscaling:DescribeAutoScalingGroups us-east-1',
      'autoscaling:DescribeLaunchConfigurations eu-west-1',
      'autoscaling:DescribeLaunchConfigurations us-east-1',
      'ec2:DescribeIamInstanceProfileAssociations eu-west-1',
      'ec2:DescribeInstances eu-west-1',
      'ec2:DescribeInstances us-east-1',
      'ec2:DescribeLaunchTemplates eu-west-1',
      'ec2:DescribeLaunchTemplates us-east-1',
      'ec2:DescribeRegions',
      'iam:ListInstanceProfiles',
      'iam:ListRoles',
    ]);
    expect(live.getSnapshot().totals).toEqual({ requests: 13, retries: 0, done: 12, all: 12 });
  });

  it('shows the pages as they come, with the read marked as running', async () => {
    const slow = new EventTarget();
    const rest = new Promise<Page>((resolve) => {
      slow.addEventListener('answer', () => resolve(page(['i-2'])));
    });
    const { ids, entry, settled } = await signedIn(
      withInstances((_request, token) => (token === undefined ? page(['i-1'], 'two') : rest)),
    );
    await vi.waitFor(() => expect(ids()).toEqual(['i-1']));
    expect(entry('ec2:DescribeInstances')).toMatchObject({ status: 'partial', reason: { kind: 'running' } });
    slow.dispatchEvent(new Event('answer'));
    await settled();
    expect(ids()).toEqual(['i-1', 'i-2']);
    expect(entry('ec2:DescribeInstances')).toMatchObject({ status: 'complete', records: 2, requests: 2 });
  });

  it('does not let a region that waits pass for an empty one', async () => {
    const never = new Promise<Page>(() => {});
    const { live, entry } = await signedIn(withInstances(() => never));
    await vi.waitFor(() => expect(entry('ec2:DescribeInstances')).toBeDefined());
    expect(entry('ec2:DescribeInstances')).toMatchObject({
      status: 'not-asked',
      reason: { kind: 'running' },
    });
    expect(entry('ec2:DescribeIamInstanceProfileAssociations')).toMatchObject({ status: 'not-asked' });
    live.cancel();
  });

  it('keeps at a cancel what has come, and begins nothing more', async () => {
    const never = new Promise<Page>(() => {});
    const { live, ids, entry, settled, asked } = await signedIn(
      withInstances((_request, token) => (token === undefined ? page(['i-1'], 'two') : never)),
    );
    await vi.waitFor(() => expect(ids()).toEqual(['i-1']));
    live.cancel();
    await settled();
    expect(ids()).toEqual(['i-1']);
    expect(entry('ec2:DescribeInstances')).toMatchObject({
      status: 'partial',
      reason: { kind: 'cancelled' },
    });
    expect(asked).not.toContain('ec2:DescribeIamInstanceProfileAssociations eu-west-1');
  });

  it('shows the new answer after a refresh, without what has gone', async () => {
    const { live, ids, settled, asked } = await signedIn(
      withInstances((_request, _token, nth) => page(nth === 1 ? ['i-old', 'i-both'] : ['i-both', 'i-new'])),
    );
    await settled();
    live.refresh();
    await vi.waitFor(() => expect(ids()).toEqual(['i-both', 'i-new']));
    await settled();
    expect(asked.filter((name) => name === 'ec2:DescribeInstances eu-west-1')).toHaveLength(2);
  });

  it('keeps the old answer beside a newer failure', async () => {
    const { live, ids, settled, entry } = await signedIn(
      withInstances((_request, _token, nth) => (nth === 1 ? page(['i-1']) : refuse({ kind: 'throttled' }))),
    );
    await settled();
    live.refresh();
    await vi.waitFor(() => expect(live.getSnapshot().progress.some((read) => read.newerFailure)).toBe(true));
    expect(ids()).toEqual(['i-1']);
    expect(entry('ec2:DescribeInstances')?.status).toBe('complete');
    const read = live.getSnapshot().progress.find(({ request }) => request.call === 'ec2:DescribeInstances');
    expect(read?.newerFailure).toMatchObject({ status: 'failed', reason: { kind: 'throttled' } });
  });

  it('refreshes once when it is asked to twice, also while it reads', async () => {
    const { live, settled, asked, ids } = await signedIn(withInstances(() => page(['i-1'])));
    live.refresh();
    live.refresh();
    await vi.waitFor(() => expect(ids()).toEqual(['i-1']));
    await settled();
    expect(asked.filter((name) => name === 'ec2:DescribeInstances eu-west-1').length).toBeLessThanOrEqual(2);
  });

  it('reads a role when asked, once, and not at all when all policies are read', async () => {
    const { live, settled, asked, entry } = await signedIn(withInstances(() => EMPTY_PAGE));
    await settled();
    live.readRole('a', ACCOUNT);
    live.readRole('a', ACCOUNT);
    await settled();
    await vi.waitFor(() => expect(entry('iam:GetRole')).toMatchObject({ resource: 'a', status: 'complete' }));
    expect(entry('iam:GetAccountAuthorizationDetails')).toMatchObject({ status: 'not-asked', requests: 0 });
    live.setAllPolicies(true);
    await vi.waitFor(() => expect(entry('iam:GetAccountAuthorizationDetails')?.status).toBe('complete'));
    live.readRole('b', ACCOUNT);
    await settled();
    expect(asked.filter((name) => name.startsWith('iam:Get'))).toEqual([
      'iam:GetRole a',
      'iam:GetAccountAuthorizationDetails',
    ]);
    live.setAllPolicies(false);
    await vi.waitFor(() => expect(entry('iam:GetAccountAuthorizationDetails')?.status).toBe('not-asked'));
  });

  it('tells what is asked for after a cancel from what was cancelled', async () => {
    const { live, settled, entry } = await signedIn(withInstances(() => EMPTY_PAGE));
    await settled();
    live.cancel();
    live.readProfile('gone', ACCOUNT);
    await vi.waitFor(() => expect(entry('iam:GetInstanceProfile')?.status).toBe('complete'));
  });

  it('keeps the picture at sign-out, closes the clients, and asks no more', async () => {
    const { live, sessions, closed, ids, settled, asked } = await signedIn(
      withInstances(() => page(['i-1'])),
    );
    await settled();
    sessions.signOut();
    expect(closed).toHaveBeenCalledOnce();
    expect(ids()).toEqual(['i-1']);
    expect(live.getSnapshot().canRead).toBe(false);
    const before = asked.length;
    live.refresh();
    live.readRole('a', ACCOUNT);
    live.setAllPolicies(true);
    live.readAgain({ call: 'iam:ListRoles' }, ACCOUNT);
    await settled();
    expect(asked).toHaveLength(before);
  });

  it('marks the session as expired when AWS says so, and keeps the picture', async () => {
    const { sessions, ids, settled, live } = await signedIn(
      withInstances((_request, _token, nth) =>
        nth === 1 ? page(['i-1']) : refuse({ kind: 'credentials-expired' }),
      ),
    );
    await settled();
    live.refresh();
    await vi.waitFor(() => expect(sessions.getSnapshot().sessions[0]?.state).toBe('expired'));
    expect(ids()).toEqual(['i-1']);
  });

  it('forgets all when it is cleared', async () => {
    const { live, sessions, settled, client } = await signedIn(withInstances(() => page(['i-1'])));
    await settled();
    sessions.clear();
    expect(live.getSnapshot()).toMatchObject({ progress: [], isReading: false, canRead: false });
    expect(live.getSnapshot().inventory).toBeUndefined();
    expect(client.getQueryCache().findAll({ queryKey: [LIVE_KEY] })).toEqual([]);
  });

  it('keeps no credential in the cache or its keys', async () => {
    const { client, settled } = await signedIn(withInstances(() => page(['i-1'])));
    await settled();
    const all = client.getQueryCache().findAll();
    expect(all.length).toBeGreaterThan(5);
    expect(JSON.stringify(all.map((query) => [query.queryKey, query.state, query.options]))).not.toContain(
      'hush',
    );
    expect(all.map((query) => query.queryKey)).toContainEqual([
      'live',
      7,
      '111122223333',
      'eu-west-1',
      'ec2:DescribeInstances',
      '',
    ]);
  });
});
