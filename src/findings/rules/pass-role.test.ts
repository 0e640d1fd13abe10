import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  type CliInput,
  error,
  FILE,
  findWith,
  profile,
  profiles,
  role,
} from '../cli-input.test-data.ts';
import { passRole } from './pass-role.ts';

const find = (input: CliInput) => findWith(passRole, readCliDocument(input, FILE).inventory);

const held = profiles(profile('p', [role('r')]));
const policy = (...statements: readonly object[]) =>
  ({
    'iam get-role-policy': { RoleName: 'ci', PolicyName: 'x', PolicyDocument: { Statement: statements } },
  }) as CliInput;
const launch = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
const pass = (resource: string, services?: string) => ({
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: resource,
  ...(services !== undefined && { Condition: { StringEquals: { 'iam:PassedToService': services } } }),
});

describe('passing a role', () => {
  it('is refused by AWS: critical for the launcher, along its edge to the role', () => {
    const text = `You are not authorized to perform this operation. User: arn:aws:iam::${ACCOUNT}:user/joe is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/r because no identity-based policy allows the iam:PassRole action`;
    const [finding] = find({
      ...held,
      'ec2 run-instances': error('UnauthorizedOperation', 'RunInstances', text),
    });
    expect(finding).toMatchObject({
      severity: 'critical',
      nodeKinds: ['principal', 'role'],
      edgeKinds: ['passes'],
    });
    expect(finding?.fix.command).toContain('put-user-policy --user-name joe');
  });

  it('is not lifted by an Allow where a service control policy denies it', () => {
    const text = `User: arn:aws:sts::${ACCOUNT}:assumed-role/ci/s is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/r with an explicit deny in a service control policy`;
    const [finding] = find({ ...held, 'ec2 run-instances': error('AccessDenied', 'RunInstances', text) });
    expect(finding?.fix.sentence).toContain('whoever manages the organization');
    expect(finding?.fix.command).toBeUndefined();
  });

  it('is missing beside ec2:RunInstances, and granted on a profile in its place', () => {
    expect(find({ ...held, ...policy(launch) })[0]).toMatchObject({
      severity: 'critical',
      edgeKinds: ['passes'],
    });
    const [wrong] = find({ ...held, ...policy(launch, pass(`arn:aws:iam::${ACCOUNT}:instance-profile/p`)) });
    expect(wrong?.answer).toContain('the ARN of a profile, but AWS checks it on the ARN of the role');
  });

  it('is incomplete in China with one spelling, and right with a grant on the role', () => {
    const [china] = find(policy(pass(`arn:aws-cn:iam::${ACCOUNT}:role/r`, 'ec2.amazonaws.com')));
    expect(china).toMatchObject({ severity: 'warning', title: 'PassRole condition is incomplete' });
    expect(
      find({ ...held, ...policy(launch, pass(`arn:aws:iam::${ACCOUNT}:role/r`, 'ec2.amazonaws.com')) }),
    ).toEqual([]);
  });
});

const deniedBy = (operation: string, command: string, why: string) => ({
  [command]: error(
    'AccessDenied',
    operation,
    `User: arn:aws:iam::${ACCOUNT}:user/ops is not authorized to perform: iam:PassRole on resource: arn:aws:iam::${ACCOUNT}:role/r ${why}`,
  ),
});

describe('a refusal in words', () => {
  it('grants the role to the service that the call was for', () => {
    const missing = 'because no identity-based policy allows the iam:PassRole action';
    const [launching] = find({ ...held, ...deniedBy('RunInstances', 'ec2 run-instances', missing) });
    expect(launching?.fix.command).toContain('"iam:PassedToService":"ec2.amazonaws.com"');
    const [automation] = find({
      ...held,
      ...deniedBy('StartAutomationExecution', 'ssm start-automation-execution', missing),
    });
    expect(automation?.answer).toContain('to Systems Manager, so that call fails');
    expect(automation?.fix.command).toContain('"iam:PassedToService":"ssm.amazonaws.com"');
  });

  it('prints no grant where a boundary or a session policy stands in the way', () => {
    for (const limit of ['permissions boundary', 'session policy']) {
      const [finding] = find({
        ...held,
        ...deniedBy(
          'RunInstances',
          'ec2 run-instances',
          `because no ${limit} allows the iam:PassRole action`,
        ),
      });
      expect(finding?.fix.sentence).toContain(`Let the ${limit} of user \`ops\` allow`);
      expect(finding?.fix.command).toBeUndefined();
    }
  });
});
