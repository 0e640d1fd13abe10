import { describe, expect, it } from 'vitest';
import { parseCommand, printable } from './command.ts';

describe('a command is known', () => {
  it.each([
    'ec2 describe-instances --region eu-west-1',
    'aws ec2 describe-instances --region=eu-west-1 --output json',
    '$ aws --no-cli-pager --region eu-west-1 ec2 describe-instances',
    'aws --profile \'my profile\' ec2 describe-instances --region "eu-west-1" --no-paginate',
  ])('however it is written: %s', (text) => {
    expect(parseCommand(text)).toMatchObject({
      service: 'ec2',
      name: 'describe-instances',
      call: 'ec2:DescribeInstances',
      region: 'eu-west-1',
    });
  });

  it('with the account that stands before it, masked or not', () => {
    expect(parseCommand('account 111122223333: iam list-roles')).toMatchObject({
      accountId: '111122223333',
      call: 'iam:ListRoles',
    });
    expect(parseCommand('account XXXXXXXXXXXX: iam list-roles')?.accountId).toBe('XXXXXXXXXXXX');
  });

  it('with flags of several values', () => {
    const flags = parseCommand(
      'ec2 describe-launch-template-versions --versions $Default $Latest --debug',
    )?.flags;
    expect([...(flags ?? [])]).toEqual([
      ['--versions', ['$Default', '$Latest']],
      ['--debug', []],
    ]);
  });

  it.each(['', 'note', 'ec2', '__proto__', 'Hello World', '--region eu-west-1'])('or not: %j', (text) => {
    expect(parseCommand(text)).toBeUndefined();
  });
});

it('a command as it is shown holds no secret and stays short', () => {
  expect(printable('curl -H "X-aws-ec2-metadata-token: abc=="  http://x')).toBe(
    'curl -H "X-aws-ec2-metadata-token: …" http://x',
  );
  expect(printable('sts decode-authorization-message --encoded-message AbCd')).toBe(
    'sts decode-authorization-message --encoded-message …',
  );
  expect(printable(`iam x ${'y'.repeat(1000)}`)).toHaveLength(200);
});
