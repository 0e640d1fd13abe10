import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role } from '../cli-input.test-data.ts';
import { roleWithoutPermissions } from './role-without-permissions.ts';

const find = (input: CliInput) => findWith(roleWithoutPermissions, readCliDocument(input, FILE).inventory);

const held = profiles(profile('p', [role('r')]));
const attached = (list: readonly object[]) =>
  ({ 'iam list-attached-role-policies --role-name r': { AttachedPolicies: list } }) as CliInput;
const inline = (names: readonly string[]) => ({
  'iam list-role-policies --role-name r': { PolicyNames: names },
});

describe('a role without permissions', () => {
  it('is a warning when both lists were supplied and are empty', () => {
    expect(find({ ...held, ...attached([]), ...inline([]) })[0]).toMatchObject({
      severity: 'warning',
      nodeKinds: ['role', 'profile'],
    });
  });

  it('is never concluded from one list alone, nor from lists with policies', () => {
    expect(find({ ...held, ...attached([]) })).toEqual([]);
    expect(find({ ...held, ...inline([]) })).toEqual([]);
    expect(find({ ...held, ...attached([]), ...inline(['x']) })).toEqual([]);
  });

  it('is never concluded from an empty page of a list that goes on', () => {
    const page = {
      'iam list-attached-role-policies --role-name r': {
        AttachedPolicies: [],
        IsTruncated: true,
        Marker: 'more',
      },
    };
    expect(find({ ...held, ...page, ...inline([]) })).toEqual([]);
  });
});
