import { describe, expect, it, vi } from 'vitest';
import type { Page } from '../collect/page.ts';
import { LIVE_KEY } from './live-read.ts';
import {
  ACCOUNT,
  EMPTY_PAGE,
  page,
  refuse,
  regionsPage,
  signedIn,
  withInstances,
} from './signed-in.test-data.ts';

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
