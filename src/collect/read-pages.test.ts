import { describe, expect, it } from 'vitest';
import { toAccountId, toRegion } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { Failure } from '../session/explain-failure.ts';
import type { ReadRequest } from './live-calls.ts';
import type { FetchPage, NextPage, Page } from './page.ts';
import { type ReadContext, readPages } from './read-pages.ts';

const REQUEST: ReadRequest = { call: 'ec2:DescribeInstances', region: toRegion('eu-west-1') };
const DENIED: Failure = {
  status: 'denied',
  reason: { kind: 'denied', permission: 'ec2:DescribeInstances', by: 'unknown' },
};

function page(records: number, next: NextPage): Page {
  return { part: { instances: [] }, records, next };
}

const token = (text: string): NextPage => ({ kind: 'token', token: text });
const END: NextPage = { kind: 'end' };

/** Plays back answers, one a request, and keeps the tokens that it was asked with. */
function answers(...script: readonly (Page | Error)[]): {
  fetchPage: FetchPage;
  asked: (string | undefined)[];
} {
  const asked: (string | undefined)[] = [];
  return {
    asked,
    fetchPage: (with_) => {
      const answer = script[asked.length];
      asked.push(with_);
      if (answer === undefined) return Promise.reject(new Error('asked once too often'));
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

async function read(
  fetchPage: FetchPage,
  changes: Partial<ReadContext> = {},
  request: ReadRequest = REQUEST,
): Promise<InventoryPart[]> {
  const parts: InventoryPart[] = [];
  const context: ReadContext = {
    accountId: toAccountId('111122223333'),
    now: () => new Date('2026-11-25T12:00:00Z'),
    signal: new AbortController().signal,
    inTurn: (send) => send(),
    explain: () => Promise.resolve(DENIED),
    ...changes,
  };
  for await (const part of readPages(request, fetchPage, context)) parts.push(part);
  return parts;
}

const lastEntry = (parts: readonly InventoryPart[]) => parts.at(-1)?.coverage?.[0];

describe('a list is read to its end', () => {
  it('follows the tokens, however full the pages are, even over an empty page', async () => {
    const { fetchPage, asked } = answers(page(1000, token('a')), page(0, token('b')), page(3, END));
    const parts = await read(fetchPage);
    expect(asked).toEqual([undefined, 'a', 'b']);
    expect(lastEntry(parts)).toEqual({
      call: 'ec2:DescribeInstances',
      accountId: '111122223333',
      region: 'eu-west-1',
      status: 'complete',
      requests: 3,
      records: 1003,
      readAt: '2026-11-25T12:00:00.000Z',
    });
  });

  it('asks no more than once when the first page is the last, though it is full', async () => {
    const { fetchPage, asked } = answers(page(1000, END));
    await read(fetchPage);
    expect(asked).toHaveLength(1);
  });

  it('gives each page as it comes, as partial until the end', async () => {
    const { fetchPage } = answers(page(2, token('a')), page(1, END));
    const statuses = (await read(fetchPage)).map((part) => part.coverage?.[0]);
    expect(statuses).toMatchObject([
      { status: 'partial', reason: { kind: 'running' }, requests: 1, records: 2 },
      { status: 'complete', requests: 2, records: 3 },
    ]);
  });

  it('ends, as partial, when the same token comes again', async () => {
    const { fetchPage } = answers(page(1, token('a')), page(1, token('b')), page(1, token('a')));
    expect(lastEntry(await read(fetchPage))).toMatchObject({
      status: 'partial',
      reason: { kind: 'truncated' },
      records: 3,
    });
  });

  it('ends, as partial, when AWS says that there is more and not how to go on', async () => {
    const { fetchPage } = answers(page(1, { kind: 'lost' }));
    expect(lastEntry(await read(fetchPage))).toMatchObject({
      status: 'partial',
      reason: { kind: 'truncated' },
    });
  });
});

describe('a read that fails', () => {
  it('says why, when nothing came', async () => {
    const { fetchPage } = answers(new Error('no'));
    expect(lastEntry(await read(fetchPage))).toMatchObject({ ...DENIED, requests: 1, records: 0 });
  });

  it('keeps the pages that came before, as partial, with the reason', async () => {
    const { fetchPage } = answers(page(5, token('a')), new Error('no'));
    const parts = await read(fetchPage);
    expect(parts[0]?.instances).toBeDefined();
    expect(lastEntry(parts)).toMatchObject({
      status: 'partial',
      reason: DENIED.reason,
      requests: 2,
      records: 5,
    });
  });

  it('sends nothing once it was cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const { fetchPage, asked } = answers(page(1, END));
    const parts = await read(fetchPage, {
      signal: controller.signal,
      explain: () => Promise.resolve({ status: 'not-asked', reason: { kind: 'cancelled' } }),
    });
    expect(asked).toEqual([]);
    expect(lastEntry(parts)).toMatchObject({
      status: 'not-asked',
      reason: { kind: 'cancelled' },
      requests: 0,
    });
  });

  it('takes "no such entity" for the answer to a question about one thing, and only to such', async () => {
    const gone = Object.assign(new Error('gone'), { name: 'NoSuchEntityException' });
    const asked = await read(
      answers(gone).fetchPage,
      {},
      { call: 'iam:GetInstanceProfile', resource: 'web' },
    );
    expect(lastEntry(asked)).toMatchObject({ resource: 'web', status: 'complete', records: 0 });
    expect(lastEntry(await read(answers(gone).fetchPage))).toMatchObject({ status: 'denied' });
  });
});
