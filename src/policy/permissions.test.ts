import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import {
  allowsAction,
  isAdministrator,
  isAdministratorPolicy,
  passRoleGrants,
  statementsOfAll,
} from './permissions.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app';

function read(...Statement: JsonValue[]) {
  return statementsOfAll([{ Version: '2012-10-17', Statement }]).statements;
}

describe('whether policies allow an action', () => {
  test.each<[string, JsonValue[], string]>([
    ['a plain Allow does', [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: ROLE }], 'allowed'],
    [
      'a pattern does',
      [{ Effect: 'Allow', Action: 'iam:Pass*', Resource: 'arn:aws:iam::*:role/a?p' }],
      'allowed',
    ],
    [
      'NotResource of another does',
      [{ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::*' }],
      'allowed',
    ],
    ['another resource does not', [{ Effect: 'Allow', Action: '*', Resource: `${ROLE}2` }], 'not-allowed'],
    [
      'another action does not',
      [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }],
      'not-allowed',
    ],
    [
      'a condition leaves it open',
      [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { Bool: { 'aws:x': 'true' } } }],
      'conditional',
    ],
    [
      'a Deny wins',
      [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'iam:*', Resource: ROLE },
      ],
      'denied',
    ],
    [
      'a conditional Deny leaves it open',
      [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'iam:*', Resource: ROLE, Condition: { Bool: { 'aws:x': 'true' } } },
      ],
      'conditional',
    ],
  ])('%s', (_, statements, expected) => {
    expect(allowsAction(read(...statements), 'iam:PassRole', ROLE)).toBe(expected);
  });

  test('a Deny on one resource does not deny the action as such', () => {
    const statements = read(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'iam:PassRole', Resource: ROLE },
    );
    expect(allowsAction(statements, 'iam:PassRole')).toBe('conditional');
  });
});

describe('administrator access', () => {
  test('is every action on every resource without condition', () => {
    expect(isAdministrator(read({ Effect: 'Allow', Action: ['*'], Resource: ['*'] }))).toBe(true);
    expect(isAdministrator(read({ Effect: 'Allow', Action: 'iam:*', Resource: '*' }))).toBe(false);
    expect(isAdministrator(read({ Effect: 'Allow', Action: '*', Resource: ROLE }))).toBe(false);
    const office = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    expect(isAdministrator(read({ Effect: 'Allow', Action: '*', Resource: '*', Condition: office }))).toBe(
      false,
    );
  });

  test("is AWS's own policy in any partition, and nobody's lookalike", () => {
    expect(isAdministratorPolicy('arn:aws:iam::aws:policy/AdministratorAccess')).toBe(true);
    expect(isAdministratorPolicy('arn:aws-cn:iam::aws:policy/AdministratorAccess')).toBe(true);
    expect(isAdministratorPolicy('arn:aws:iam::111122223333:policy/AdministratorAccess')).toBe(false);
  });
});

test('grants to pass roles say to which services', () => {
  const grants = passRoleGrants(
    read(
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: ROLE,
        Condition: { StringEquals: { 'IAM:passedtoservice': 'ec2.amazonaws.com' } },
      },
      { Effect: 'Allow', Action: 'iam:*', Resource: '*' },
    ),
  );
  expect(grants).toEqual([
    { statement: 0, resources: [ROLE], services: ['ec2.amazonaws.com'] },
    { statement: 1, resources: ['*'], services: undefined },
  ]);
});

test('documents that nobody can read are counted', () => {
  expect(statementsOfAll(['{', undefined, { Statement: [] }])).toEqual({ statements: [], unreadable: 2 });
});
