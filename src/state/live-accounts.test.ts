import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../base/result.ts';
import type { AwsClients } from '../collect/clients.ts';
import type { Page } from '../collect/page.ts';
import { readPages } from '../collect/read-pages.ts';
import { type AccountId, toAccountId, toArn, toInstanceId, toIsoTime, toRegion } from '../inventory/ids.ts';
import type { RecordOrigin } from '../inventory/records.ts';
import { staticSource } from '../session/credential-source.ts';
import type { Failure } from '../session/explain-failure.ts';
import type { Session } from '../session/session.ts';
import { createLiveInventory } from './live-inventory.ts';
import { LIVE_KEY } from './live-read.ts';
import { createSessionStore } from './session-store.ts';

const READ_AT = toIsoTime('2026-11-25T12:00:00Z');
const ACCOUNT = toAccountId('111122223333');
const OTHER = toAccountId('444455556666');
const EMPTY_PAGE: Page = { part: {}, records: 0, next: { kind: 'end' } };
const origin: RecordOrigin = { call: 'ec2:DescribeInstances', label: 'live', readAt: READ_AT };

const clients: QueryClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.clear();
});

const ofAccount = (sessionNumber: number, accountId: AccountId): Session => ({
  sessionNumber,
  accountId,
  callerArn: toArn(`arn:aws:iam::${accountId}:user/a`),
  userId: 'AIDA',
  partition: 'aws',
  startRegion: toRegion('eu-west-1'),
  origin: { kind: 'static', words: 'those that were pasted', renews: false },
  longLived: false,
  signInPart: {
    coverage: [{ call: 'sts:GetCallerIdentity', accountId, status: 'complete', requests: 1, records: 1 }],
  },
});

/** A failure that a page script throws; `explain` hands it on. */
class Scripted extends Error {
  readonly reason: Failure['reason'];
  constructor(reason: Failure['reason']) {
    super('scripted');
    this.reason = reason;
  }
}

/** Each account has one instance, named after it, and asks with its session's number. */
async function opened(
  refuseFor: (session: Session, nth: number) => Failure['reason'] | undefined = () => undefined,
) {
  const sessions = [ofAccount(1, ACCOUNT), ofAccount(2, OTHER), ofAccount(3, ACCOUNT), ofAccount(4, OTHER)];
  const asked: string[] = [];
  const store = createSessionStore({
    signIn: () => {
      const next = sessions.shift();
      return next ? Promise.resolve(ok(next)) : Promise.reject(new Error('not scripted'));
    },
    assume: () => Promise.resolve(staticSource({ accessKeyId: 'a', secretAccessKey: 'hush' })),
    config: () => Promise.resolve(ok({})),
    now: () => 0,
  });
  const open = (session: Session): AwsClients => ({
    read: (request, signal) =>
      readPages(
        request,
        () => {
          asked.push(`${session.sessionNumber} ${request.call} ${request.resource ?? ''}`.trim());
          if (request.call === 'ec2:DescribeRegions')
            return Promise.resolve({
              part: { regions: [{ origin, RegionName: toRegion('eu-west-1') }] },
              records: 1,
              next: { kind: 'end' },
            });
          if (request.call !== 'ec2:DescribeInstances') return Promise.resolve(EMPTY_PAGE);
          const reason = refuseFor(
            session,
            asked.filter((each) => each.startsWith(`${session.sessionNumber} ec2:DescribeInst`)).length,
          );
          if (reason) throw new Scripted(reason);
          const { accountId } = session;
          const record = {
            origin,
            accountId,
            InstanceId: toInstanceId(`i-${accountId}`),
            Ipv6Addresses: [],
          };
          return Promise.resolve({ part: { instances: [record] }, records: 1, next: { kind: 'end' } });
        },
        {
          accountId: session.accountId,
          now: () => new Date(READ_AT),
          signal,
          inTurn: (send) => send(),
          explain: (error) =>
            Promise.resolve(
              error instanceof Scripted
                ? { status: 'failed', reason: error.reason }
                : { status: 'not-asked', reason: { kind: 'cancelled' } },
            ),
        },
      ),
    simulate: () => Promise.reject(new Error('not asked')),
    tally: () => ({ requests: 0, retries: 0 }),
    close: () => {},
  });
  const client = new QueryClient();
  clients.push(client);
  const live = createLiveInventory(client, store, open);
  const account = {
    label: 'Other',
    role: { roleArn: `arn:aws:iam::${OTHER}:role/audit`, sessionName: 'me', limited: true },
  };
  const signIn = () => store.signIn({ accessKeyId: 'a', secretAccessKey: 'hush' });
  await signIn();
  store.openAccounts([account]);
  const ids = () => live.getSnapshot().inventory?.instances.map((each) => each.InstanceId);
  const settled = async (count: number) => {
    await vi.waitFor(() => expect(live.getSnapshot().accounts).toHaveLength(count));
    await vi.waitFor(() => expect(live.getSnapshot().isReading).toBe(false));
  };
  return { live, store, client, asked, ids, settled, signIn };
}

describe('reading several accounts', () => {
  it('shows them in one inventory, with progress of their own', async () => {
    const { live, ids, settled } = await opened();
    await settled(2);
    await vi.waitFor(() => expect(ids()).toEqual([`i-${ACCOUNT}`, `i-${OTHER}`]));
    expect(live.getSnapshot().accounts).toMatchObject([
      { accountId: ACCOUNT, isReading: false, failed: 0 },
      { accountId: OTHER, isReading: false, failed: 0 },
    ]);
    const { totals, accounts } = live.getSnapshot();
    expect(totals.requests).toBe(accounts.reduce((sum, { requests }) => sum + requests, 0));
  });

  it('lets one that expires end alone, with its picture kept', async () => {
    const { live, store, ids, settled } = await opened(({ accountId }, nth) =>
      accountId === OTHER && nth > 1 ? { kind: 'credentials-expired' } : undefined,
    );
    await settled(2);
    await vi.waitFor(() => expect(ids()).toHaveLength(2));
    live.refresh();
    await vi.waitFor(() =>
      expect(store.getSnapshot().sessions.map(({ state }) => state)).toEqual(['live', 'expired']),
    );
    await settled(2);
    expect(ids()).toEqual([`i-${ACCOUNT}`, `i-${OTHER}`]);
    expect(live.getSnapshot().canRead).toBe(true);
  });

  it('asks the account that a role belongs to, and no other', async () => {
    const { live, asked, settled } = await opened();
    await settled(2);
    live.readRole('web-server', OTHER);
    await vi.waitFor(() => expect(asked).toContain('2 iam:GetRole web-server'));
    await settled(2);
    expect(asked).not.toContain('1 iam:GetRole web-server');
  });

  it('takes one off the screen with all that was read of it', async () => {
    const { live, store, client, ids, settled } = await opened();
    await settled(2);
    const [, second] = store.getSnapshot().sessions;
    if (second) store.remove(second.session);
    await settled(1);
    expect(ids()).toEqual([`i-${ACCOUNT}`]);
    expect(live.getSnapshot().inventory?.coverage.some(({ accountId }) => accountId === OTHER)).toBe(false);
    expect(client.getQueryCache().findAll({ queryKey: [LIVE_KEY, 2] })).toEqual([]);
  });

  it('keeps the picture while somebody signs in again, and reads it anew with the new credentials', async () => {
    const { live, store, asked, ids, settled, signIn } = await opened();
    await settled(2);
    await vi.waitFor(() => expect(ids()).toHaveLength(2));
    store.signOut();
    const seen = new Set<number | undefined>();
    live.subscribe(() => seen.add(ids()?.length));
    await signIn();
    await vi.waitFor(() => expect(asked).toContain('4 ec2:DescribeInstances'));
    await vi.waitFor(() => expect(asked).toContain('3 ec2:DescribeInstances'));
    await settled(2);
    expect([...seen]).toEqual([2]);
    expect(store.getSnapshot().sessions.map(({ state }) => state)).toEqual(['live', 'live']);
  });

  it('does not take what an old session was told for news of the new one', async () => {
    const { live, store, settled, signIn } = await opened(({ sessionNumber }) =>
      sessionNumber === 1 ? { kind: 'credentials-expired' } : undefined,
    );
    await vi.waitFor(() => expect(store.getSnapshot().sessions[0]?.state).toBe('expired'));
    await signIn();
    await settled(2);
    await vi.waitFor(() => expect(live.getSnapshot().inventory?.instances).toHaveLength(2));
    expect(store.getSnapshot().sessions[0]?.state).toBe('live');
  });
});
