import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role, roles } from '../cli-input.test-data.ts';
import { roleMadeAgain } from './role-made-again.ts';

const find = (input: CliInput) => findWith(roleMadeAgain, readCliDocument(input, FILE).inventory);

describe('a role made again', () => {
  it('is read under two ids, so nobody can tell which one the profile holds', () => {
    const [finding] = find({
      ...profiles(profile('p', [role('r', undefined, { RoleId: 'AROAOLD' })])),
      ...roles(role('r')),
    });
    expect(finding).toMatchObject({ severity: 'unknown', nodeKinds: ['role', 'profile'] });
    expect(finding?.answer).toContain('`AROAOLD`');
  });

  it('is no matter while all reads agree', () => {
    expect(find({ ...profiles(profile('p', [role('r')])), ...roles(role('r')) })).toEqual([]);
  });
});
