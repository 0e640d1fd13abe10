import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  type CliInput,
  error,
  FILE,
  findWith,
  instances,
  profiles,
} from '../cli-input.test-data.ts';
import { readIncomplete } from './read-incomplete.ts';

const find = (input: CliInput) => findWith(readIncomplete, readCliDocument(input, FILE).inventory);

describe('a list that was not read to its end', () => {
  it('is told for each call, with what to do', () => {
    const cut = { 'iam list-roles': { Roles: [], NextToken: 'n' } };
    const [finding] = find({ ...profiles(), ...cut });
    expect(finding).toMatchObject({
      severity: 'unknown',
      title: 'List is incomplete',
      notChecked: [{ call: 'iam:ListRoles' }],
    });
    expect(finding?.fix.sentence).toContain('--max-items');
  });

  it('names the regions that a service control policy denies, in one finding', () => {
    const denied = error(
      'UnauthorizedOperation',
      'DescribeInstances',
      `User: arn:aws:iam::${ACCOUNT}:user/x is not authorized to perform: ec2:DescribeInstances with an explicit deny in a service control policy`,
    );
    const found = find({
      ...instances(),
      'ec2 describe-instances --region us-west-1': denied,
      'ec2 describe-instances --region us-west-2': denied,
    });
    expect(found).toHaveLength(1);
    expect(found[0]?.nodeKinds.slice(0, 2)).toEqual(['region', 'region']);
    expect(found[0]?.answer).toContain('service control policy');
  });

  it('is quiet about complete lists and calls that nobody made', () => {
    expect(find({ ...instances(), ...profiles() })).toEqual([]);
  });
});
