import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role } from '../cli-input.test-data.ts';
import { rolesNotSupplied } from './roles-not-supplied.ts';

const find = (input: CliInput) => findWith(rolesNotSupplied, readCliDocument(input, FILE).inventory);

describe('a profile without the key Roles', () => {
  it('is not called empty: nobody can tell, and the full output is asked for', () => {
    const { Roles: _left, ...trimmed } = profile('p', []);
    const [finding] = find(profiles(trimmed));
    expect(finding).toMatchObject({ severity: 'unknown', nodeKinds: ['profile'] });
    expect(finding?.answer).toContain('not the same as an empty profile');
  });

  it('says nothing of profiles that have the key', () => {
    expect(find(profiles(profile('p', []), profile('q', [role('q')])))).toEqual([]);
  });
});
