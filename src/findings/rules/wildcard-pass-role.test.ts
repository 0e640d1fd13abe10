import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json.ts';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { FILE, findWith, role } from '../cli-input.test-data.ts';
import { wildcardPassRole } from './wildcard-pass-role.ts';

function find(statement: JsonValue, names: readonly string[] = ['p']) {
  const input = {
    'iam get-account-authorization-details': {
      RoleDetailList: names.map((name) => ({
        ...role(name),
        AttachedManagedPolicies: [],
        InstanceProfileList: [],
        RolePolicyList: [
          { PolicyName: 'x', PolicyDocument: { Version: '2012-10-17', Statement: statement } },
        ],
      })),
    },
  };
  return findWith(wildcardPassRole, readCliDocument(input, FILE).inventory);
}

const pass = (more: object = {}): JsonValue => ({
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: '*',
  ...more,
});
const to = (service: string) => ({ Condition: { StringEquals: { 'iam:PassedToService': service } } });

describe('a role that may pass every role', () => {
  it('is told, with the statement, and to whom it may pass them', () => {
    const [finding] = find(pass());
    expect(finding).toMatchObject({ severity: 'warning', nodeKinds: ['role'] });
    expect(finding?.answer).toContain('to any service');
    expect(finding?.evidence[0]?.value).toBe('statement 1 of policy x');
    expect(
      find(pass({ Resource: 'arn:aws:iam::111122223333:role/*', ...to('ec2.amazonaws.com') }))[0]?.answer,
    ).toContain('to EC2');
  });

  it('is none that may pass some, that passes to another service alone, or that is administrator', () => {
    expect(find(pass({ Resource: 'arn:aws:iam::111122223333:role/app-*' }))).toEqual([]);
    expect(find(pass(to('lambda.amazonaws.com')))).toEqual([]);
    expect(find(pass({ Action: '*' }))).toEqual([]);
    expect(find([pass(), pass({ Effect: 'Deny' })])).toEqual([]);
  });

  it('is told once of an account that has many', () => {
    const names = Array.from({ length: 14 }, (_, at) => `role-${at}`);
    const findings = find(pass(), names);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.nodes).toHaveLength(14);
  });
});
