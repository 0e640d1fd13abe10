import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { type CliInput, FILE, findWith, profile, profiles, role } from '../cli-input.test-data.ts';
import { namesDiffer } from './names-differ.ts';

const find = (input: CliInput) => findWith(namesDiffer, readCliDocument(input, FILE).inventory);

describe('names that differ', () => {
  it('are a note, never more, in one finding a role', () => {
    const found = find(profiles(profile('a', [role('r')]), profile('b', [role('r')])));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', edgeKinds: ['holds', 'holds'] });
    expect(found[0]?.answer).toContain('`a` and `b` hold role `r`');
  });

  it('are not found where the names are equal or there is no role', () => {
    expect(find(profiles(profile('r', [role('r')]), profile('empty', [])))).toEqual([]);
  });

  it('are told once for an account where many differ, with every role, profile and link', () => {
    const pairs = Array.from({ length: 11 }, (_, n) => profile(`profile-${n}`, [role(`role-${n}`)]));
    const found = find(profiles(...pairs));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', edgeKinds: Array(11).fill('holds') });
    expect(found[0]?.answer).toMatch(/^11 profiles in account `\d+` hold a role of another name/);
    expect(found[0]?.nodes).toHaveLength(22);
  });
});
