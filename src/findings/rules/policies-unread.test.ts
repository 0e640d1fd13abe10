import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, error, FILE, findWith, role, roles } from '../cli-input.test-data.ts';
import { policiesUnread } from './policies-unread.ts';

const find = (input: CliInput) => findWith(policiesUnread, readCliDocument(input, FILE).inventory);

describe('policies that could not be read', () => {
  it('are unknown, with the reason, and never "none"', () => {
    const throttled = error('Throttling', 'ListAttachedRolePolicies', 'Rate exceeded');
    const [finding] = find({
      ...roles(role('a'), role('b')),
      'iam list-attached-role-policies --role-name b': throttled,
    });
    expect(finding).toMatchObject({ severity: 'unknown', nodeKinds: ['role'] });
    expect(finding?.answer).toContain('role `b`');
    expect(finding?.fix.sentence).toContain('press retry');
  });

  it('are no finding while a list of them is still being read', () => {
    const { inventory } = readCliDocument(roles(role('a')), FILE);
    const entry = {
      call: 'iam:ListAttachedRolePolicies',
      resource: 'a',
      status: 'partial',
      requests: 1,
      records: 0,
    } as const;
    const withReason = (kind: 'running' | 'cancelled') =>
      findWith(policiesUnread, { ...inventory, coverage: [{ ...entry, reason: { kind } }] });
    expect(withReason('running')).toEqual([]);
    expect(withReason('cancelled')).toHaveLength(1);
  });

  it('are no matter where nobody asked', () => {
    expect(find(roles(role('a')))).toEqual([]);
  });
});
