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
import { redactedInput } from './redacted-input.ts';

const find = (input: CliInput) => findWith(redactedInput, readCliDocument(input, FILE).inventory);

describe('masked account ids', () => {
  it('are noted once, and joins still hold', () => {
    const masked = { Arn: 'arn:aws:iam::XXXXXXXXXXXX:instance-profile/p' };
    const found = find({
      ...instances(instance('i-1', 'p')),
      ...profiles(profile('p', [role('p')], masked)),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: 'info', nodeKinds: ['account'] });
    expect(found[0]?.answer).toContain('XXXXXXXXXXXX');
  });

  it('are not real ones', () => {
    expect(find({ ...instances(instance('i-1', 'p')), ...profiles(profile('p', [role('p')])) })).toEqual([]);
  });
});
