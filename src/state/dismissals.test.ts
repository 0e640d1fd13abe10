import { expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { dismissalsOf, parseDismissals } from './dismissals.ts';

const ENTRY = { id: 'empty-profile:a', reason: 'known', at: '2026-11-25T12:00:00.000Z' };

test('dismissals come back with reason and time', () => {
  const [only] = parseDismissals(JSON.stringify([ENTRY])).values();
  expect(only).toEqual(ENTRY);
});

test.each([
  ['nothing', null],
  ['broken text', '[{'],
  ['another shape', '{"id":"a"}'],
  ['a missing reason', JSON.stringify([{ ...ENTRY, reason: undefined }])],
  ['a reason without end', JSON.stringify([{ ...ENTRY, reason: 'x'.repeat(501) }])],
])('%s in the storage counts as none', (_name, text) => {
  expect(parseDismissals(text).size).toBe(0);
});

test('a snapshot takes along what was put aside of its own findings alone', () => {
  const all = parseDismissals(JSON.stringify([ENTRY, { ...ENTRY, id: 'empty-profile:other-account' }]));
  const found = { id: ENTRY.id } as Finding;
  expect(dismissalsOf([found], all)).toEqual([ENTRY]);
});
