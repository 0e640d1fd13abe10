import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  type CliInput,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
} from '../cli-input.test-data.ts';
import { roleInManyProfiles } from './role-in-many-profiles.ts';

const find = (input: CliInput) => findWith(roleInManyProfiles, readCliDocument(input, FILE).inventory);

describe('a role in many profiles', () => {
  it('is a note that counts the instances of all of them', () => {
    const many = profiles(profile('a', [role('r')]), profile('b', [role('r')]));
    const [finding] = find({ ...many, ...instances(instance('i-1', 'a'), instance('i-2', 'b')) });
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['role', 'profile', 'profile'] });
    expect(finding?.answer).toContain('together serve 2 listed instances');
  });

  it('is not a role in one profile', () => {
    expect(find(profiles(profile('a', [role('a')]), profile('b', [role('b')])))).toEqual([]);
  });
});
