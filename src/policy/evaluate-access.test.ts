import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import type { AccessRequest, ContextValue, NamedPolicy, PolicyStack } from './access-verdict.ts';
import { evaluateAccess } from './evaluate-access.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app';

function request(more: Partial<AccessRequest> = {}, context: Record<string, string | string[] | null> = {}) {
  const entries = Object.entries(context).map(([key, value]): [string, ContextValue] => [
    key.toLowerCase(),
    value === null ? { kind: 'absent' } : { kind: 'values', values: [value].flat() },
  ]);
  return {
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/a.csv',
    principal: { arn: ROLE, account: '111122223333', roleId: 'AROAEXAMPLE12345' },
    resourceAccount: '111122223333',
    context: new Map(entries),
    ...more,
  } satisfies AccessRequest;
}

function policy(name: string, ...statements: JsonValue[]): NamedPolicy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

function stack(more: Partial<PolicyStack> = {}): PolicyStack {
  return { identity: [], identityUnread: [], boundary: 'none', resource: 'none', ...more };
}

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const OTHER = '444455556666';

describe('within one account', () => {
  test('an Allow of the role is enough, and named', () => {
    const verdict = evaluateAccess(request(), stack({ identity: [policy('AppAccess', READ)] }));
    expect(verdict).toMatchObject({
      answer: 'allowed',
      why: 'statement 1 of policy AppAccess allows it',
      deciding: [{ from: 'identity', policy: 'AppAccess', statement: 0, effect: 'Allow' }],
      sides: { identity: 'allows', boundary: 'not-there', resource: 'not-there' },
    });
    expect(verdict.notSeen).toContain('service control policies of the organization');
  });

  test('a Deny anywhere wins', () => {
    const deny = { Sid: 'No', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    const verdict = evaluateAccess(
      request(),
      stack({ identity: [policy('AppAccess', READ)], resource: policy('bucket', deny) }),
    );
    expect(verdict.answer).toBe('explicitly-denied');
    expect(verdict.why).toBe('statement 1 (No) of resource policy bucket denies it');
  });

  test('an unread bucket policy leaves the answer open, and is named', () => {
    const verdict = evaluateAccess(
      request(),
      stack({ identity: [policy('AppAccess', READ)], resource: 'unread' }),
    );
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.sides.identity).toBe('allows');
    expect(verdict.notSeen).toContain("the resource's own policy");
  });
});

test('an open answer says first what the role itself may do, as that is known', () => {
  const whose = request({ resourceAccount: undefined });
  const why = (identity: readonly NamedPolicy[]) =>
    evaluateAccess(whose, stack({ identity, resource: 'unread' })).why;
  const open =
    "the resource's own policy was not read and it is not known whether the resource is of the same account";
  expect(why([])).toBe(`no statement of its own policies allows it, ${open}`);
  expect(why([policy('AppAccess', READ)])).toBe(`its own policies allow it, ${open}`);
});

describe('across accounts', () => {
  const bucket = policy('bucket', { ...READ, Principal: { AWS: ROLE } });

  test('both sides must allow', () => {
    const across = request({ resourceAccount: OTHER });
    const identity = [policy('AppAccess', READ)];
    expect(evaluateAccess(across, stack({ identity, resource: bucket })).answer).toBe('allowed');
    expect(evaluateAccess(across, stack({ identity }))).toMatchObject({
      answer: 'implicitly-denied',
      lacking: ['resource'],
    });
    expect(evaluateAccess(across, stack({ resource: bucket }))).toMatchObject({
      answer: 'implicitly-denied',
      lacking: ['identity'],
    });
    expect(evaluateAccess(across, stack())).toMatchObject({ lacking: ['identity', 'resource'] });
  });

  test('it cannot be told while nobody knows whose bucket it is, unless both cases agree', () => {
    const somewhere = request({ resourceAccount: undefined });
    const identity = [policy('AppAccess', READ)];
    expect(evaluateAccess(somewhere, stack({ identity })).answer).toBe('cannot-tell');
    expect(evaluateAccess(somewhere, stack({ identity, resource: bucket })).answer).toBe('allowed');
  });
});

const onResource = (pattern: string, resource: string, version = '2012-10-17', context = {}) =>
  evaluateAccess(
    request({ resource }, context),
    stack({
      identity: [
        {
          name: 'p',
          document: { Version: version, Statement: { Effect: 'Allow', Action: 's3:*', Resource: pattern } },
        },
      ],
    }),
  ).answer;

describe('the resource of a statement', () => {
  test.each([
    ['arn:aws:s3:::data', 'arn:aws:s3:::data', 'allowed'],
    ['arn:aws:s3:::data', 'arn:aws:s3:::data/a.csv', 'implicitly-denied'],
    ['arn:aws:s3:::data/*', 'arn:aws:s3:::data', 'implicitly-denied'],
    ['arn:aws:s3:::data*', 'arn:aws:s3:::data-2/a', 'allowed'],
    ['arn:aws:s3:::Data/*', 'arn:aws:s3:::data/a', 'implicitly-denied'],
    ['arn:aws:s3:::data/?.csv', 'arn:aws:s3:::data/a.csv', 'allowed'],
    ['arn:aws:s3:::data/?.csv', 'arn:aws:s3:::data/ab.csv', 'implicitly-denied'],
    ['arn:aws:s3:*', 'arn:aws:s3:::data/a', 'allowed'],
    ['arn:aws:s3:::*:b', 'arn:aws:s3:::data/a:b', 'allowed'],
    ['arn:*:data/a', 'arn:aws:s3:::data/a', 'cannot-tell'],
    ['*', '*', 'allowed'],
    ['arn:aws:s3:::*', '*', 'implicitly-denied'],
  ])('%s against %s: %s', (pattern, resource, expected) => {
    expect(onResource(pattern, resource)).toBe(expected);
  });

  test.each([
    ['arn:aws:s3:::data/*', 'arn:aws:s3:::data/*', 'allowed'],
    ['arn:aws:s3:::*', 'arn:aws:s3:::data/*', 'allowed'],
    ['arn:aws:s3:::data/public/*', 'arn:aws:s3:::data/*', 'cannot-tell'],
    ['arn:aws:s3:::data/?', 'arn:aws:s3:::data/*', 'cannot-tell'],
    ['arn:aws:s3:::logs/*', 'arn:aws:s3:::data/*', 'implicitly-denied'],
  ])('%s against all of %s: %s', (pattern, resource, expected) => {
    expect(onResource(pattern, resource)).toBe(expected);
  });

  test('may hold variables, in documents of version 2012-10-17 alone', () => {
    const pattern = 'arn:aws:s3:::data/${aws:PrincipalTag/team}/*';
    const file = 'arn:aws:s3:::data/blue/a';
    const team = { 'aws:PrincipalTag/team': 'blue' };
    expect(onResource(pattern, file, '2012-10-17', team)).toBe('allowed');
    expect(onResource(pattern, file, '2008-10-17', team)).toBe('implicitly-denied');
    expect(onResource(pattern, file)).toBe('cannot-tell');
    expect(onResource(pattern, 'arn:aws:s3:::logs/blue/a')).toBe('implicitly-denied');
    expect(onResource(pattern, file, '2012-10-17', { 'aws:PrincipalTag/team': null })).toBe(
      'implicitly-denied',
    );
    expect(onResource(pattern, file, '2012-10-17', { 'aws:PrincipalTag/team': '*' })).toBe(
      'implicitly-denied',
    );
  });

  test('takes the default of a variable without value, and escaped wildcards for themselves', () => {
    const absent = { 'aws:PrincipalTag/team': null };
    const withDefault = "arn:aws:s3:::data/${aws:PrincipalTag/team, 'all'}/*";
    expect(onResource(withDefault, 'arn:aws:s3:::data/all/a', '2012-10-17', absent)).toBe('allowed');
    expect(onResource('arn:aws:s3:::data/${?}', 'arn:aws:s3:::data/?')).toBe('allowed');
    expect(onResource('arn:aws:s3:::data/${?}', 'arn:aws:s3:::data/a')).toBe('implicitly-denied');
  });
});

const under = (condition: JsonValue, context: Record<string, string | string[] | null>) =>
  evaluateAccess(request({}, context), stack({ identity: [policy('p', { ...READ, Condition: condition })] }));

describe('conditions', () => {
  test.each([
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, { 'aws:SourceIp': '203.0.113.9' }, true],
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.9' } }, { 'aws:SourceIp': '203.0.113.9' }, true],
    [{ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { 'aws:SourceIp': '203.0.113.9' }, true],
    [{ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { 'aws:SourceIp': '2001:db8::1' }, false],
    [{ IpAddress: { 'aws:SourceIp': '2001:DB8::/32' } }, { 'aws:SourceIp': '2001:db8:0:0::1' }, true],
    [{ IpAddress: { 'aws:SourceIp': '::ffff:192.0.2.0/120' } }, { 'aws:SourceIp': '::ffff:c000:201' }, true],
    [
      { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.9'] } },
      { 'aws:SourceIp': '203.0.113.9' },
      false,
    ],
    [{ NotIpAddress: { 'aws:SourceIp': '198.51.100.9' } }, { 'aws:SourceIp': '2001:db8::1' }, true],
    [{ StringEquals: { 'aws:x': ['a', '${*}'] } }, { 'aws:x': '*' }, true],
    [{ StringNotLike: { 'aws:x': '${aws:username}' } }, { 'aws:x': 'a', 'aws:username': null }, true],
    [{ StringEqualsIfExists: { 'aws:x': 'a' } }, { 'aws:x': null }, true],
    [{ StringNotEquals: { 'aws:x': ['a', 'b'] } }, { 'aws:x': 'b' }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': null }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a', 'b'] } }, { 'aws:TagKeys': ['a', 'c'] }, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, { 'aws:TagKeys': null }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }, { 'aws:TagKeys': [''] }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }, { 'aws:TagKeys': [''] }, false],
    [{ StringEquals: { 's3:prefix': ['', 'home/'] } }, { 's3:prefix': '' }, true],
    [{ Null: { 'aws:x': 'true' } }, { 'aws:x': [] }, true],
    [{ Null: { 'aws:x': ['true', 'false'] } }, {}, true],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }, { 'aws:PrincipalArn': ROLE }, true],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:*:role/*' } }, { 'aws:PrincipalArn': ROLE }, false],
    [
      { DateGreaterThan: { 'aws:CurrentTime': '1767225600' } },
      { 'aws:CurrentTime': '2026-05-01T00:00:00Z' },
      true,
    ],
    [{ NumericLessThanEquals: { 's3:max-keys': '10' } }, { 's3:max-keys': '10.0' }, true],
    [{ BinaryEquals: { 'aws:x': 'QmluYXJ5' } }, { 'aws:x': 'QmluYXJ5' }, true],
  ])('%j with %j: %s', (condition, context, holds) => {
    expect(under(condition, context as Record<string, string | string[] | null>).answer).toBe(
      holds ? 'allowed' : 'implicitly-denied',
    );
  });

  test('on a key that nobody knows leave the answer open, and name it', () => {
    const verdict = under({ StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, {});
    expect(verdict).toMatchObject({ answer: 'cannot-tell', missingContext: ['aws:SourceVpc'] });
    expect(verdict.why).toBe('it depends on aws:SourceVpc, which is not known here');
  });

  test('leave open whether an empty text is there or not', () => {
    expect(under({ Null: { 's3:prefix': 'false' } }, { 's3:prefix': '' }).answer).toBe('cannot-tell');
  });

  test('on such a key do not matter where another statement decides', () => {
    const conditional = { ...READ, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
    expect(evaluateAccess(request(), stack({ identity: [policy('p', conditional, READ)] }))).toMatchObject({
      answer: 'allowed',
      missingContext: [],
    });
    const identity = [policy('p', READ, { ...conditional, Effect: 'Deny' })];
    expect(evaluateAccess(request(), stack({ identity })).answer).toBe('cannot-tell');
  });

  test('that do not hold are told of a refusal', () => {
    const verdict = under({ StringEquals: { 'aws:x': 'a' } }, { 'aws:x': 'b' });
    expect(verdict.why).toBe(
      'no statement of its policies allows it; statement 1 of policy p would if its conditions held',
    );
  });
});

describe('a permissions boundary', () => {
  const narrow = policy('Limits', { Effect: 'Allow', Action: 'ec2:*', Resource: '*' });
  const bucketFor = (Principal: JsonValue, more: object = {}) =>
    policy('bucket', { ...READ, Principal, ...more });
  const within = (principal: JsonValue, more?: object) =>
    evaluateAccess(
      request(
        { principal: { arn: ROLE, account: '111122223333', sessionName: 'i-1' } },
        { 'aws:PrincipalArn': ROLE },
      ),
      stack({ boundary: narrow, resource: bucketFor(principal, more) }),
    ).answer;

  test('limits what the policies of the role give', () => {
    const verdict = evaluateAccess(request(), stack({ identity: [policy('p', READ)], boundary: narrow }));
    expect(verdict).toMatchObject({ answer: 'implicitly-denied', lacking: ['boundary'] });
  });

  test('limits what a resource policy gives to the role, and not what it gives to its session or to everyone', () => {
    expect(within({ AWS: ROLE })).toBe('implicitly-denied');
    expect(within({ AWS: 'arn:aws:sts::111122223333:assumed-role/app/i-1' })).toBe('allowed');
    expect(within('*')).toBe('allowed');
    expect(within('*', { Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } })).toBe('allowed');
  });

  test('that is not read leaves open what it may limit', () => {
    const verdict = evaluateAccess(request(), stack({ identity: [policy('p', READ)], boundary: 'unread' }));
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.notSeen).toContain("the role's permissions boundary");
    expect(evaluateAccess(request(), stack({ boundary: 'unread' })).answer).toBe('implicitly-denied');
  });
});

const allowTo = (Principal: JsonValue) =>
  evaluateAccess(request(), stack({ resource: policy('bucket', { ...READ, Principal }) })).answer;

describe('whom a resource policy names', () => {
  const denyAllBut = (AWS: JsonValue, sessionName?: string) =>
    evaluateAccess(
      request({ principal: { arn: ROLE, account: '111122223333', sessionName } }),
      stack({
        identity: [policy('p', READ)],
        resource: policy('bucket', { ...READ, Effect: 'Deny', NotPrincipal: { AWS } }),
      }),
    ).answer;

  test.each([
    [{ AWS: ROLE }, 'allowed'],
    [{ AWS: 'AROAEXAMPLE12345' }, 'allowed'],
    [{ AWS: 'AROAOTHER1234567' }, 'implicitly-denied'],
    [{ AWS: 'arn:aws:iam::111122223333:role/other' }, 'implicitly-denied'],
    [{ AWS: 'arn:aws:iam::111122223333:root' }, 'implicitly-denied'],
    [{ AWS: 'arn:aws:sts::111122223333:assumed-role/app/i-1' }, 'cannot-tell'],
    [{ AWS: 'arn:aws:sts::111122223333:assumed-role/other/i-1' }, 'implicitly-denied'],
    [{ Service: 'ec2.amazonaws.com' }, 'implicitly-denied'],
    ['*', 'allowed'],
  ])('%j within one account: %s', (principal, expected) => {
    expect(allowTo(principal)).toBe(expected);
  });

  test('all but some: session, role and account together are spared, a part of them is open, none is denied', () => {
    const account = 'arn:aws:iam::111122223333:root';
    const session = 'arn:aws:sts::111122223333:assumed-role/app/i-1';
    expect(denyAllBut([session, ROLE, account], 'i-1')).toBe('allowed');
    expect(denyAllBut([ROLE, account], 'i-1')).toBe('cannot-tell');
    expect(denyAllBut(account, 'i-1')).toBe('explicitly-denied');
    expect(denyAllBut('arn:aws:iam::111122223333:role/other', 'i-1')).toBe('explicitly-denied');
  });
});

describe('a KMS key', () => {
  const KEY = `arn:aws:kms:eu-west-1:111122223333:key/1`;
  const decrypt = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
  const ask = (resource: PolicyStack['resource']) =>
    evaluateAccess(
      request({ action: 'kms:Decrypt', resource: KEY, resourceAccount: undefined }),
      stack({ identity: [policy('p', decrypt)], resource }),
    );

  test('lets policies of roles count only where its own policy lets the account in', () => {
    const root = { AWS: 'arn:aws:iam::111122223333:root' };
    expect(ask(policy('key', { ...decrypt, Action: 'kms:*', Principal: root })).answer).toBe('allowed');
    const closed = policy('key', { ...decrypt, Principal: { AWS: 'arn:aws:iam::111122223333:role/admin' } });
    expect(ask(closed)).toMatchObject({ answer: 'implicitly-denied', lacking: ['resource'] });
    expect(ask(policy('key', { ...decrypt, Principal: { AWS: ROLE } })).answer).toBe('allowed');
  });

  test('is never without a policy, so one that nobody showed leaves the answer open', () => {
    expect(ask('unread').answer).toBe('cannot-tell');
    expect(ask('none').answer).toBe('cannot-tell');
  });
});

test('actions whose resources carry no policy are decided by the role alone, whatever was not shown', () => {
  const identity = [policy('p', { Effect: 'Allow', Action: 'SSM:updateinstance*', Resource: '*' })];
  const ssm = { action: 'ssm:UpdateInstanceInformation', resource: '*', resourceAccount: undefined };
  expect(evaluateAccess(request(ssm), stack({ identity, resource: 'unread' })).answer).toBe('allowed');
});

test('a document that nobody can read is no refusal', () => {
  const verdict = evaluateAccess(request(), stack({ identity: [{ name: 'Broken', document: '{"Stat' }] }));
  expect(verdict.answer).toBe('cannot-tell');
  expect(verdict.notSeen).toContain('policy Broken');
});
