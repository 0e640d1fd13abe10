import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json.ts';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { FILE, findWith, role } from '../cli-input.test-data.ts';
import { roleLongUnused } from './role-long-unused.ts';

/** Read on 2 March 2026. */
function find(more: Record<string, JsonValue>, command = 'iam get-role') {
  const record = { ...role('p'), CreateDate: '2024-01-05T09:00:00Z', ...more };
  const output: JsonValue = command === 'iam list-roles' ? { Roles: [record] } : { Role: record };
  return findWith(roleLongUnused, readCliDocument({ [command]: output }, FILE).inventory);
}

const last = (LastUsedDate: string) => ({ RoleLastUsed: { LastUsedDate, Region: 'eu-west-1' } });

describe('a role long unused', () => {
  it('says for how many days nothing has used it', () => {
    const [finding] = find(last('2025-11-01T12:00:00Z'));
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['role'] });
    expect(finding?.answer).toBe('Nothing has used role `p` for 121 days.');
  });

  it('says of one without a last use that AWS keeps track of 400 days', () => {
    expect(find({ RoleLastUsed: {} })[0]?.answer).toContain('in the last 400 days');
  });

  it('is none that was used within 90 days, is younger than that, or was only listed', () => {
    expect(find(last('2025-12-03T12:00:00Z'))).toEqual([]);
    expect(find({ CreateDate: '2026-01-05T09:00:00Z', RoleLastUsed: {} })).toEqual([]);
    expect(find({}, 'iam list-roles')).toEqual([]);
  });
});
