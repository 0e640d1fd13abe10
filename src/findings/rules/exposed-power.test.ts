import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../base/json.ts';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  type CliInput,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
} from '../cli-input.test-data.ts';
import { exposedPower } from './exposed-power.ts';

const find = (input: CliInput) => findWith(exposedPower, readCliDocument(input, FILE).inventory);

const V1 = { MetadataOptions: { HttpTokens: 'optional', HttpEndpoint: 'enabled' } };
const PUBLIC = { PublicIpAddress: '203.0.113.7' };

const hosts = (more: object) => ({
  ...instances(instance('i-1', 'p', more as Record<string, JsonValue>)),
  ...profiles(profile('p', [role('p')])),
});

function details(more: Record<string, JsonValue>, policies: readonly JsonValue[] = []): CliInput {
  return {
    'iam get-account-authorization-details': {
      RoleDetailList: [
        { ...role('p'), AttachedManagedPolicies: [], RolePolicyList: [], InstanceProfileList: [], ...more },
      ],
      Policies: policies,
    },
  };
}

const allow = (...statements: JsonValue[]) => ({
  RolePolicyList: [{ PolicyName: 'x', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
});
const may = (Action: JsonValue, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });
const ADMIN = {
  AttachedManagedPolicies: [
    { PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ],
};

describe('a powerful role within easy reach', () => {
  it('is an administrator whose instances answer without a token', () => {
    const [finding] = find({ ...hosts(V1), ...details(ADMIN) });
    expect(finding).toMatchObject({ severity: 'warning', nodeKinds: ['role', 'instance', 'profile'] });
    expect(finding?.answer).toContain('IMDSv1');
    expect(finding?.fix.command).toContain('--http-tokens required');
  });

  it('is left to the rule on public administrators where the instance has a public address', () => {
    expect(find({ ...hosts({ ...V1, ...PUBLIC }), ...details(ADMIN) })).toEqual([]);
  });

  it.each([
    ['iam:AttachRolePolicy', 'attach AdministratorAccess to a role'],
    ['iam:Put*', 'write any permission into a role'],
    [['iam:PassRole', 'ec2:RunInstances'], 'launch an instance with any role'],
    [['iam:PassRole', 'lambda:*'], 'run a Lambda function with any role'],
    ['sts:AssumeRole', 'assume every role that trusts the account'],
  ])('is one that may %s, on an instance with a public address', (action, words) => {
    const [finding] = find({ ...hosts(PUBLIC), ...details(allow(may(action))) });
    expect(finding?.answer).toContain(`can ${words}`);
    expect(finding?.evidence[0]?.value).toBe('statement 1 of policy x');
  });

  it.each([
    ['has half of a pair', may('iam:PassRole')],
    [
      'may only so with some roles',
      may('iam:AttachRolePolicy', { Resource: 'arn:aws:iam::111122223333:role/app/*' }),
    ],
    [
      'may only so under a condition',
      may('iam:AttachRolePolicy', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
    ],
    [
      'may pass roles to another service',
      [
        may('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } } }),
        may('ec2:RunInstances'),
      ],
    ],
    ['is denied it', [may('iam:AttachRolePolicy'), { ...may('iam:*'), Effect: 'Deny' }]],
  ])('is none that %s', (_, statements) => {
    expect(find({ ...hosts(PUBLIC), ...details(allow(...[statements].flat())) })).toEqual([]);
  });

  it('is none out of reach, nor within a boundary that keeps it from that', () => {
    const power = allow(may('iam:AttachRolePolicy'));
    expect(find({ ...hosts({ MetadataOptions: { HttpTokens: 'required' } }), ...details(power) })).toEqual(
      [],
    );
    expect(find({ ...hosts({ ...PUBLIC, State: { Name: 'terminated' } }), ...details(power) })).toEqual([]);
    const arn = 'arn:aws:iam::111122223333:policy/Limits';
    const bounded = { ...power, PermissionsBoundary: { PermissionsBoundaryArn: arn } };
    const limits = (action: string) => ({
      PolicyName: 'Limits',
      Arn: arn,
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        {
          VersionId: 'v1',
          IsDefaultVersion: true,
          Document: { Version: '2012-10-17', Statement: may(action) },
        },
      ],
    });
    expect(find({ ...hosts(PUBLIC), ...details(bounded, [limits('s3:*')]) })).toEqual([]);
    expect(find({ ...hosts(PUBLIC), ...details(bounded, [limits('*')]) })).toHaveLength(1);
  });

  it('is no verdict while a policy or the boundary that may take it away was not read', () => {
    const power = allow(may('iam:AttachRolePolicy'));
    const unread = {
      AttachedManagedPolicies: [{ PolicyName: 'Own', PolicyArn: 'arn:aws:iam::111122223333:policy/Own' }],
    };
    const boundary = {
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/L' },
    };
    expect(find({ ...hosts(PUBLIC), ...details({ ...power, ...unread }) })).toEqual([]);
    expect(find({ ...hosts(PUBLIC), ...details({ ...power, ...boundary }) })).toEqual([]);
    expect(find({ ...hosts(PUBLIC), ...details(power) })).toHaveLength(1);
  });
});
