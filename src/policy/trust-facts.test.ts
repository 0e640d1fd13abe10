import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { describeTrust } from './describe-trust.ts';
import { deletedPrincipalIds, namedServices, openToAnyone } from './trust-facts.ts';

function policy(...Statement: JsonValue[]): JsonValue {
  return { Version: '2012-10-17', Statement };
}

function allow(Principal: JsonValue, more: { readonly [key: string]: JsonValue } = {}): JsonValue {
  return { Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more };
}

describe('ids of deleted principals', () => {
  test('are found with and without a session, and not among ARNs and accounts', () => {
    const ids = deletedPrincipalIds(
      policy(
        allow({ AWS: ['AROAEXAMPLE0000000099', 'arn:aws:iam::111122223333:role/x', '111122223333'] }),
        allow({ AWS: 'AIDAEXAMPLE0000000001' }),
        allow({ AWS: 'AROAEXAMPLE0000000098:i-0123' }),
      ),
    );
    expect(ids.map(({ id, kind, statement }) => [id, kind, statement])).toEqual([
      ['AROAEXAMPLE0000000099', 'role', 0],
      ['AIDAEXAMPLE0000000001', 'user', 1],
      ['AROAEXAMPLE0000000098', 'role', 2],
    ]);
  });

  test('an unreadable document has none', () => {
    expect(deletedPrincipalIds('%')).toEqual([]);
  });
});

describe('a trust open to anyone', () => {
  test('is told from one that a condition narrows down, and the wide open one comes first', () => {
    const narrowed = allow('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } });
    expect(openToAnyone(policy(narrowed, allow({ AWS: '*' })))).toEqual([
      { statement: 1, conditionKeys: [] },
      { statement: 0, conditionKeys: ['aws:PrincipalOrgID'] },
    ]);
  });

  test('is not one that denies anyone, or that names somebody', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: '*' };
    expect(openToAnyone(policy(deny, allow({ AWS: 'arn:aws:iam::111122223333:root' })))).toEqual([]);
  });
});

test('the services named by Allow statements are listed once, in order', () => {
  const services = policy(
    allow({ Service: ['ssm.amazonaws.com', 'ec2.amazonaws.com'] }),
    allow({ Service: 'ec2.amazonaws.com' }),
    { Effect: 'Deny', Principal: { Service: 'ecs.amazonaws.com' }, Action: '*' },
  );
  expect(namedServices(services)).toEqual(['ec2.amazonaws.com', 'ssm.amazonaws.com']);
});

describe('the trust policy in words', () => {
  test('says who may do what, and when', () => {
    const sentences = describeTrust(
      policy(
        allow({ Service: 'ec2.amazonaws.com' }),
        allow({ AWS: '111122223333' }, { Condition: { StringEquals: { 'sts:ExternalId': 'abc' } } }),
        { Effect: 'Deny', Principal: '*', Action: 'sts:*' },
      ),
    );
    expect(sentences.map((each) => each.sentence)).toEqual([
      'ec2.amazonaws.com may assume the role; no conditions.',
      'account 111122223333 may assume the role; only if StringEquals sts:ExternalId "abc".',
      'anyone (*) must not do sts:* on the role; no conditions.',
    ]);
  });

  test('says that a document is missing, unreadable or empty', () => {
    expect(describeTrust(undefined)[0]?.sentence).toMatch(/No trust policy was supplied/);
    expect(describeTrust('{')[0]?.sentence).toMatch(/cannot be read/);
    expect(describeTrust(policy())[0]?.sentence).toMatch(/no statement/);
  });
});
