import { expect, test } from 'vitest';
import { toNodeId } from '../graph/draft.ts';
import { toAccountId, toRegion } from '../inventory/ids.ts';
import type { ChainChange } from './comparison.ts';
import { gapSentence } from './gap-words.ts';
import { groupChanges } from './group-changes.ts';

const change = (label: string, words = 'role `a` → `b` through profile `web`'): ChainChange => ({
  kind: 'changed',
  id: toNodeId(label),
  subject: 'instance',
  label,
  words,
  sentence: `\`${label}\`: ${words}.`,
  before: {},
  after: {},
  differences: [{ kind: 'role', before: 'a', after: 'b', through: 'web' }],
});

test('a fleet that changed alike is one line, and two instances are two', () => {
  const fleet = ['web-1', 'web-2', 'web-3'].map((label) => change(label));
  const lines = groupChanges([
    ...fleet,
    change('api-1', 'running → stopped'),
    change('api-2', 'running → stopped'),
  ]);
  expect(lines.map((line) => line.sentence)).toEqual([
    '`web-1` and 2 more: role `a` → `b` through profile `web`.',
    '`api-1`: running → stopped.',
    '`api-2`: running → stopped.',
  ]);
  expect(lines[0]?.changes).toHaveLength(3);
});

test('a fleet that is gone is told as many', () => {
  const gone = ['web-1', 'web-2', 'web-3'].map(
    (label): ChainChange => ({
      kind: 'removed',
      id: toNodeId(label),
      subject: 'instance',
      label,
      words: 'is gone: it had no instance profile',
      sentence: `\`${label}\` is gone: it had no instance profile.`,
      before: {},
    }),
  );
  expect(groupChanges(gone).map((line) => line.sentence)).toEqual([
    '`web-1` and 2 more are gone: they had no instance profile.',
  ]);
});

test('a read that is lacking is named with its call, region, account and side', () => {
  const gap = {
    side: 'later',
    call: 'ec2:DescribeInstances',
    accountId: toAccountId('111122223333'),
    region: toRegion('eu-west-1'),
    accountMissing: false,
    entry: { call: 'ec2:DescribeInstances', status: 'denied', requests: 1, records: 0 },
  } as const;
  expect(gapSentence({ gap, nodes: [toNodeId('i-1'), toNodeId('i-2')] })).toBe(
    'In the later read ec2:DescribeInstances was denied in eu-west-1 of account 1111-2222-3333: whether 2 things were removed cannot be told.',
  );
  expect(gapSentence({ gap: { ...gap, side: 'earlier', entry: undefined }, nodes: [] })).toBe(
    'In the earlier read ec2:DescribeInstances was not made in eu-west-1 of account 1111-2222-3333: whether anything was removed there cannot be told.',
  );
  expect(gapSentence({ gap: { ...gap, accountMissing: true }, nodes: [toNodeId('i-1')] })).toBe(
    'The later read knows nothing of account 1111-2222-3333: whether 1 thing was removed cannot be told.',
  );
});
