import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  type CliInput,
  error,
  FILE,
  findWith,
  instance,
  instances,
  template,
} from '../cli-input.test-data.ts';
import { profileUnreadable } from './profile-unreadable.ts';

const find = (input: CliInput) => findWith(profileUnreadable, readCliDocument(input, FILE).inventory);

describe('a profile that could not be read', () => {
  it('is said to be not readable, never missing, when IAM denies the list', () => {
    const denied = error(
      'AccessDenied',
      'ListInstanceProfiles',
      `User: arn:aws:iam::${ACCOUNT}:user/x is not authorized to perform: iam:ListInstanceProfiles`,
    );
    const [finding] = find({ ...instances(instance('i-1', 'p')), 'iam list-instance-profiles': denied });
    expect(finding).toMatchObject({
      severity: 'unknown',
      title: 'Profile not readable',
      nodeKinds: ['profile', 'instance'],
    });
    expect(finding?.fix.sentence).toContain('iam:ListInstanceProfiles and iam:ListRoles');
    expect(finding?.notChecked[0]?.call).toBe('iam:ListInstanceProfiles');
  });

  it('is one finding for all profiles of an account', () => {
    const found = find(instances(instance('i-1', 'p'), instance('i-2', 'q')));
    expect(found).toHaveLength(1);
    expect(found[0]?.answer).toContain('`p` and `q`');
  });

  it('leaves references that are wrong in any case to the rule about references', () => {
    expect(find(template({ Arn: `arn:aws:iam::${ACCOUNT}:role/r` }))).toEqual([]);
  });
});

it('says to try again when AWS throttled the list, not to leave out --max-items', () => {
  const [finding] = find({
    ...instances(instance('i-1', 'p')),
    'iam list-instance-profiles': error('Throttling', 'ListInstanceProfiles', 'Rate exceeded'),
  });
  expect(finding?.fix.sentence).toContain('AWS throttled the read');
});
