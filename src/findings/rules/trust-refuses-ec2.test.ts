import { describe, expect, it } from 'vitest';
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
  trust,
} from '../cli-input.test-data.ts';
import { trustRefusesEc2 } from './trust-refuses-ec2.ts';

const find = (input: CliInput) => findWith(trustRefusesEc2, readCliDocument(input, FILE).inventory);

const service = (name: string) => trust({ Principal: { Service: name } });

describe('a trust that refuses EC2', () => {
  it('is critical with a live instance and a warning without one', () => {
    const held = profiles(profile('p', [role('r', service('lambda.amazonaws.com'))]));
    expect(find({ ...held, ...instances(instance('i-1', 'p')) })[0]?.severity).toBe('critical');
    expect(find({ ...held, ...instances() })[0]?.severity).toBe('warning');
    expect(
      find({ ...held, ...instances(instance('i-1', 'p', { State: { Name: 'terminated' } })) })[0]?.severity,
    ).toBe('warning');
  });

  it('is critical at once with a Deny for all', () => {
    const denied = {
      Statement: [
        ...(trust({}).Statement as []),
        { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
      ],
    };
    expect(find(profiles(profile('p', [role('r', denied)])))[0]).toMatchObject({ severity: 'critical' });
  });

  it('keeps everyone in who may assume the role now, when EC2 is added', () => {
    const [finding] = find(profiles(profile('p', [role('r', service('ecs.amazonaws.com'))])));
    expect(finding?.fix.command).toContain('"ecs.amazonaws.com"');
    expect(finding?.fix.command).toContain('"ec2.amazonaws.com"');
  });

  it("tells a role of another service's own from an EC2 role", () => {
    const [finding] = find(profiles(profile('p', [role('r', service('elasticbeanstalk.amazonaws.com'))])));
    expect(finding?.fix.sentence).toContain('make a separate EC2 role');
    expect(finding?.fix.command).toContain('--role-name r-ec2');
  });

  it('is one finding a role, however many profiles hold it', () => {
    const doc = service('lambda.amazonaws.com');
    expect(find(profiles(profile('a', [role('r', doc)]), profile('b', [role('r', doc)])))).toHaveLength(1);
  });

  it('is never found of service-linked roles, roles in no profile, or trusts that let EC2 in', () => {
    const linked = role('r', service('autoscaling.amazonaws.com'), {
      Path: '/aws-service-role/autoscaling.amazonaws.com/',
      Arn: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/r',
    });
    expect(find(profiles(profile('a', [linked]), profile('b', [role('b')])))).toEqual([]);
    expect(find({ 'iam list-roles': { Roles: [role('x', service('lambda.amazonaws.com'))] } })).toEqual([]);
  });
});
