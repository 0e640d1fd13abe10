import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { judgeTrust } from './judge-trust.ts';

const EC2 = { Service: 'ec2.amazonaws.com' };
const NOW = '2026-03-01T00:00:00Z';

type Statement = { readonly [key: string]: JsonValue };

function allow(more: Statement = {}): Statement {
  return { Effect: 'Allow', Principal: EC2, Action: 'sts:AssumeRole', ...more };
}

function deny(more: Statement = {}): Statement {
  return { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', ...more };
}

function judge(statement: JsonValue, partition = 'aws', asOf: string | undefined = NOW) {
  return judgeTrust({ Version: '2012-10-17', Statement: statement }, { partition, asOf });
}

function when(operator: string, key: string, value: JsonValue) {
  return judge([allow({ Condition: { [operator]: { [key]: value } } })]);
}

describe('EC2 may assume the role', () => {
  test.each<[string, JsonValue]>([
    ['by a plain statement', [allow()]],
    ['by one statement object', allow()],
    [
      'with several services',
      [allow({ Principal: { Service: ['ssm.amazonaws.com', 'ec2.amazonaws.com'] } })],
    ],
    [
      'with several kinds of principal',
      [allow({ Principal: { ...EC2, AWS: ['111122223333'], Federated: 'x' } })],
    ],
    ['in any letter case of the action', [allow({ Action: 'STS:ASSUMEROLE' })]],
    ['in a list of actions', [allow({ Action: ['sts:TagSession', 'sts:AssumeRole'] })]],
    ['by sts:*', [allow({ Action: 'sts:*' })]],
    ['by *', [allow({ Action: '*' })]],
    ['by sts:Assume*', [allow({ Action: 'sts:Assume*' })]],
    ['by NotAction of something else', [{ Effect: 'Allow', Principal: EC2, NotAction: 'sts:TagSession' }]],
    ['beside statements for others', [allow({ Principal: { AWS: '111122223333' } }), allow()]],
    [
      'beside one of two whose condition fails',
      [allow({ Condition: { Null: { 'sts:ExternalId': 'false' } } }), allow()],
    ],
    ['beside a Deny for others', [allow(), deny({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })]],
    ['beside a Deny of another action', [allow(), deny({ Action: 'sts:TagSession' })]],
    ['beside a Deny for all but EC2', [allow(), { Effect: 'Deny', NotPrincipal: EC2, Action: '*' }]],
    [
      'beside a Deny that exempts services',
      [allow(), deny({ Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } })],
    ],
    [
      'beside a Deny that asks for an external id',
      [allow(), deny({ Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })],
    ],
    [
      'beside a Deny of plain HTTP',
      [allow(), deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    ],
  ])('%s', (_, statement) => {
    expect(judge(statement)).toMatchObject({ answer: 'yes' });
  });

  test('and the statement that it rests on is named', () => {
    expect(judge([deny({ Action: 'sts:TagSession' }), allow()])).toEqual({
      answer: 'yes',
      statement: 1,
      note: undefined,
    });
  });
});

describe('conditions that EC2 meets', () => {
  test.each<[string, string, JsonValue]>([
    ['StringNotEquals', 'aws:PrincipalOrgID', 'o-1'],
    ['StringEqualsIfExists', 'sts:ExternalId', 'abc'],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', true],
    ['ForAllValues:StringEquals', 'aws:TagKeys', ['a']],
    ['Null', 'sts:ExternalId', 'true'],
    ['Bool', 'aws:PrincipalIsAWSService', true],
    ['Bool', 'AWS:principalisawsservice', ['TRUE']],
    ['StringLike', 'aws:PrincipalServiceName', 'ec2.*'],
    ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01'],
    ['NumericGreaterThan', 'aws:EpochTime', 1_000_000_000],
    ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/x'],
  ])('%s on %s', (operator, key, value) => {
    expect(when(operator, key, value)).toMatchObject({ answer: 'yes' });
  });
});

describe('EC2 may surely not assume the role', () => {
  test.each<[string, string, JsonValue]>([
    ['StringEquals', 'sts:ExternalId', 'abc'],
    ['stringequals', 'STS:externalid', ['abc', 'def']],
    ['Bool', 'aws:MultiFactorAuthPresent', 'true'],
    ['Bool', 'aws:MultiFactorAuthPresent', true],
    ['NumericLessThan', 'aws:MultiFactorAuthAge', 3600],
    ['DateLessThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z'],
    ['DateGreaterThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z'],
    ['DateLessThanEquals', 'aws:CurrentTime', '1577836800'],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/x'],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-1'],
    ['StringEquals', 'aws:PrincipalTag/team', 'a'],
    ['ForAnyValue:StringEquals', 'aws:TagKeys', ['a']],
    ['ForAnyValue:StringNotEquals', 'aws:PrincipalOrgPaths', ['a']],
    ['StringEquals', 'token.actions.githubusercontent.com:aud', 'sts.amazonaws.com'],
    ['Bool', 'aws:PrincipalIsAWSService', 'false'],
    ['Null', 'sts:ExternalId', false],
  ])('for a condition it never meets: %s on %s', (operator, key, value) => {
    const verdict = when(operator, key, value);
    expect(verdict).toMatchObject({ answer: 'no', reason: 'condition-never-met', statement: 0 });
    expect(verdict).toHaveProperty('detail', expect.stringContaining(key));
  });

  test.each<[string, JsonValue, string]>([
    ['DateGreaterThan', '2030-01-01T00:00:00Z', 'is not met before 2030-01-01T00:00:00Z'],
    ['DateLessThan', '2020-01-01', 'is not met after 2020-01-01'],
    ['DateEquals', '2020-01-01', `is not met at ${NOW}`],
    ['DateLessThan', ['2020-01-01', '2021-01-01'], `is not met at ${NOW}`],
  ])('at this time, which is not "never": %s %s', (operator, value, words) => {
    expect(when(operator, 'aws:CurrentTime', value)).toHaveProperty('detail', expect.stringContaining(words));
  });

  test.each<[string, JsonValue, string, RegExp]>([
    [
      'another service is named',
      [allow({ Principal: { Service: 'ecs.amazonaws.com' } })],
      'ec2-not-named',
      /ecs/,
    ],
    [
      'a regional name is used',
      [allow({ Principal: { Service: 'ec2.eu-west-1.amazonaws.com' } })],
      'ec2-not-named',
      /regional/,
    ],
    [
      'only a session is named',
      [allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/T/s' } })],
      'ec2-not-named',
      /assumed-role/,
    ],
    ['anyone may, which is not EC2', [allow({ Principal: '*' })], 'ec2-not-named', /any AWS principal/],
    [
      '{"AWS": "*"} is not EC2 either',
      [allow({ Principal: { AWS: '*' } })],
      'ec2-not-named',
      /any AWS principal/,
    ],
    ['there is no statement', [], 'ec2-not-named', /no statement/],
    [
      'another action is allowed',
      [allow({ Action: 'sts:AssumeRoleWithWebIdentity' })],
      'wrong-action',
      /WebIdentity/,
    ],
    [
      'the action is left out by NotAction',
      [{ Effect: 'Allow', Principal: EC2, NotAction: 'sts:*' }],
      'wrong-action',
      /all but/,
    ],
    ['everyone is denied', [allow(), deny()], 'denied', /without condition/],
    ['{"AWS": "*"} is denied', [allow(), deny({ Principal: { AWS: '*' } })], 'denied', /without condition/],
    ['EC2 itself is denied', [allow(), deny({ Principal: EC2, Action: '*' })], 'denied', /covers EC2/],
    [
      'all but a role are denied',
      [
        allow(),
        { Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' }, Action: 'sts:*' },
      ],
      'denied',
      /covers EC2/,
    ],
    [
      'services are denied',
      [allow(), deny({ Condition: { Bool: { 'aws:PrincipalIsAWSService': true } } })],
      'denied',
      /condition EC2 meets/,
    ],
  ])('because %s', (_, statement, reason, detail) => {
    const verdict = judge(statement);
    expect(verdict).toMatchObject({ answer: 'no', reason });
    expect(verdict).toHaveProperty('detail', expect.stringMatching(detail));
  });
});

describe('nobody can tell', () => {
  test.each<[string, string, JsonValue]>([
    ['StringEquals', 'aws:SourceAccount', '111122223333'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:ec2:*:111122223333:instance/*'],
    ['ArnLike', 'ec2:SourceInstanceARN', '*'],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8'],
    ['StringSomehow', 'sts:ExternalId', 'x'],
    ['Bool', 'aws:SecureTransport', 'true'],
  ])('for a condition on what AWS does not document: %s on %s', (operator, key, value) => {
    expect(when(operator, key, value)).toMatchObject({
      answer: 'cannot-confirm',
      reason: 'condition-undecided',
    });
  });

  test.each<[string, JsonValue, string]>([
    [
      'a negated Deny matches when the key is missing',
      [allow(), deny({ Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } })],
      'deny-undecided',
    ],
    [
      'a Deny looks at the source account',
      [allow(), deny({ Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } })],
      'deny-undecided',
    ],
    ['a condition has no shape', [allow({ Condition: 'never' })], 'condition-undecided'],
    [
      'everyone but some is allowed',
      [{ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }],
      'condition-undecided',
    ],
  ])('when %s', (_, statement, reason) => {
    expect(judge(statement)).toMatchObject({ answer: 'cannot-confirm', reason });
  });

  test('when a date must be compared and the time of reading is unknown', () => {
    const dated = { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } };
    const policy = { Statement: [allow({ Condition: dated })] };
    expect(judgeTrust(policy, { partition: 'aws' })).toMatchObject({ answer: 'cannot-confirm' });
  });

  test('when the document is missing or unreadable, which is not the same', () => {
    const context = { partition: 'aws' };
    expect(judgeTrust(undefined, context)).toMatchObject({ reason: 'not-supplied' });
    expect(judgeTrust(null, context)).toMatchObject({ reason: 'not-supplied' });
    expect(judgeTrust('{"Version":', context)).toMatchObject({ reason: 'unreadable' });
    expect(judgeTrust({ Version: '2012-10-17' }, context)).toMatchObject({ reason: 'unreadable' });
  });
});

describe('each partition names EC2 in its own way', () => {
  const CN = 'ec2.amazonaws.com.cn';
  test.each<[string, readonly string[], object]>([
    ['aws', ['ec2.amazonaws.com'], { answer: 'yes', note: undefined }],
    ['aws-us-gov', ['ec2.amazonaws.com'], { answer: 'yes', note: undefined }],
    ['aws-eusc', ['ec2.amazonaws.com'], { answer: 'yes', note: undefined }],
    ['aws-cn', ['ec2.amazonaws.com', CN], { answer: 'yes', note: undefined }],
    ['aws-cn', ['ec2.amazonaws.com'], { answer: 'yes', note: 'china-one-spelling' }],
    ['aws-cn', [CN], { answer: 'yes', note: 'china-one-spelling' }],
    ['aws', [CN], { answer: 'no', reason: 'wrong-partition' }],
    ['aws', [CN, 'ec2.amazonaws.com'], { answer: 'yes', note: undefined }],
    ['aws-iso', ['ec2.c2s.ic.gov'], { answer: 'yes', note: 'legacy-spelling' }],
    ['aws-iso-b', ['ec2.sc2s.sgov.gov'], { answer: 'yes', note: 'legacy-spelling' }],
    ['aws-iso', ['ec2.c2s.ic.gov', 'ec2.amazonaws.com'], { answer: 'yes', note: undefined }],
    ['aws', ['ec2.c2s.ic.gov'], { answer: 'no', reason: 'wrong-partition' }],
  ])('%s: %s', (partition, services, verdict) => {
    expect(judge([allow({ Principal: { Service: services } })], partition)).toMatchObject(verdict);
  });

  test('the two Chinese spellings may stand in two statements', () => {
    const statements = [allow(), allow({ Principal: { Service: CN } })];
    expect(judge(statements, 'aws-cn')).toEqual({ answer: 'yes', statement: 0, note: undefined });
  });
});

describe('hostile documents', () => {
  test('keys such as __proto__ are data', () => {
    const document =
      '{"__proto__":{"Statement":[]},"Statement":[{"Effect":"Allow","__proto__":{"Principal":"*"}}]}';
    expect(judgeTrust(document, { partition: 'aws' })).toMatchObject({
      answer: 'no',
      reason: 'ec2-not-named',
    });
  });

  test('a pattern of many stars is matched without running away', () => {
    const pattern = `${'*a'.repeat(2000)}b`;
    expect(judge([allow({ Action: pattern })])).toMatchObject({ answer: 'no', reason: 'wrong-action' });
  });

  test('no JSON at all makes it throw', () => {
    const words = fc.constantFrom<JsonValue>(
      'Allow',
      'Deny',
      '*',
      'sts:*',
      'ec2.amazonaws.com',
      null,
      [],
      {},
      1,
      true,
    );
    const keys = [
      'Effect',
      'Principal',
      'NotPrincipal',
      'Action',
      'NotAction',
      'Condition',
      'Service',
      'AWS',
      'Bool',
    ];
    const { node } = fc.letrec<{ node: JsonValue }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        words,
        fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 5 }),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(node, fc.jsonValue() as fc.Arbitrary<JsonValue>), (statement) => {
        expect(judge(statement)).toHaveProperty('answer');
        expect(judgeTrust(statement, { partition: 'aws' })).toHaveProperty('answer');
      }),
      { numRuns: 500 },
    );
  });
});

const onAccount = (operator: string, account: string) =>
  judgeTrust(
    {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { [operator]: { 'aws:SourceAccount': account } },
        },
      ],
    },
    { partition: 'aws', accountId: '111122223333' },
  ).answer;

describe('a condition on the source account', () => {
  test("is met with IfExists and the role's own account, sent or not", () => {
    expect(onAccount('StringEqualsIfExists', '111122223333')).toBe('yes');
  });

  test('cannot be met with another account, and is undecided with the own one', () => {
    expect(onAccount('StringEquals', '999988887777')).toBe('no');
    expect(onAccount('StringEquals', '111122223333')).toBe('cannot-confirm');
    expect(onAccount('StringEqualsIfExists', '999988887777')).toBe('cannot-confirm');
  });
});
