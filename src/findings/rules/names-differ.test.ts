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
});
