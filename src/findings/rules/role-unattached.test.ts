import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  type CliInput,
  FILE,
  findWith,
  profile,
  profiles,
  role,
  roles,
  trust,
} from '../cli-input.test-data.ts';
import { roleUnattached } from './role-unattached.ts';

const find = (input: CliInput) => findWith(roleUnattached, readCliDocument(input, FILE).inventory);

describe('a role in no profile', () => {
  it('is a warning when EC2 alone may assume it, a note when others may too', () => {
    const both = trust({ Principal: { Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] } });
    const found = find({ ...profiles(), ...roles(role('a'), role('b', both)) });
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'info']);
    expect(found[0]?.fix.command).toMatch(/create-instance-profile[\s\S]*add-role-to-instance-profile/);
  });

  it('is known from the list of profiles, or from the profiles of that role', () => {
    const own = { 'iam list-instance-profiles-for-role --role-name a': { InstanceProfiles: [] } };
    expect(find({ ...roles(role('a')), ...own })).toHaveLength(1);
    expect(find(roles(role('a')))).toEqual([]);
  });

  it('is not a role in an unused profile, nor one that EC2 may not assume', () => {
    const lambda = role('b', trust({ Principal: { Service: 'lambda.amazonaws.com' } }));
    expect(find({ ...profiles(profile('p', [role('a')])), ...roles(role('a'), lambda) })).toEqual([]);
  });

  it('is told once for an account where many are, and still names every role', () => {
    const many = Array.from({ length: 11 }, (_, n) => role(`idle-${n}`));
    const found = find({ ...profiles(), ...roles(...many) });
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe('warning');
    expect(found[0]?.answer).toMatch(/^11 roles trust EC2 but are in no instance profile/);
    expect(found[0]?.nodes).toHaveLength(11);
    expect(find({ ...profiles(), ...roles(...many.slice(1)) })).toHaveLength(10);
  });
});
