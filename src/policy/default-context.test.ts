import { expect, test } from 'vitest';
import { defaultContext } from './default-context.ts';

const ROLE = { arn: 'arn:aws:iam::111122223333:role/app', account: '111122223333', roleId: 'AROA1' };
const GET = { action: 's3:GetObject', resource: 'arn:aws:s3:::data/a' };

function value(context: ReturnType<typeof defaultContext>, key: string) {
  const known = context.get(key);
  return known?.kind === 'values' ? known.values.join() : known?.kind;
}

test('a role on an instance: role, account and session follow from the request, and nobody logged in', () => {
  const arn = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1';
  const context = defaultContext({
    ...GET,
    principal: ROLE,
    resourceAccount: '444455556666',
    instance: { arn, instanceId: 'i-1', imds: 'v2' },
    principalTags: new Map([['Team', 'blue']]),
  });
  expect(value(context, 'aws:principalarn')).toBe(ROLE.arn);
  expect(value(context, 'aws:principalaccount')).toBe('111122223333');
  expect(value(context, 'aws:resourceaccount')).toBe('444455556666');
  expect(value(context, 'aws:userid')).toBe('AROA1:i-1');
  expect(value(context, 'ec2:sourceinstancearn')).toBe(arn);
  expect(value(context, 'ec2:roledelivery')).toBe('2.0');
  expect(value(context, 'aws:principaltag/team')).toBe('blue');
  expect(value(context, 'aws:username')).toBe('absent');
  expect(value(context, 'aws:multifactorauthpresent')).toBe('absent');
});

test('what nobody knows beforehand is left out: time, address, network, organization, the account of a bucket', () => {
  const context = defaultContext({ ...GET, principal: ROLE });
  for (const key of [
    'aws:currenttime',
    'aws:sourceip',
    'aws:sourcevpc',
    'aws:principalorgid',
    'aws:resourceaccount',
  ])
    expect(context.has(key)).toBe(false);
});

test('a user has a name', () => {
  const principal = { arn: 'arn:aws:iam::111122223333:user/team/anna', roleId: 'AIDA1' };
  const context = defaultContext({ action: 'iam:PassRole', resource: ROLE.arn, principal });
  expect(value(context, 'aws:username')).toBe('anna');
  expect(value(context, 'aws:userid')).toBe('AIDA1');
  expect(value(context, 'aws:principaltype')).toBe('User');
});
