import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role } from '../cli-input.test-data.ts';
import { twoRoles } from './two-roles.ts';

const find = (input: CliInput) => findWith(twoRoles, readCliDocument(input, FILE).inventory);

describe('several roles in one profile', () => {
  it('never come from AWS', () => {
    const [finding] = find(profiles(profile('p', [role('a'), role('b')])));
    expect(finding).toMatchObject({ severity: 'info', nodeKinds: ['profile', 'role', 'role'] });
  });

  it('are not one role, nor none', () => {
    expect(find(profiles(profile('p', [role('a')]), profile('q', [])))).toEqual([]);
  });
});
