import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  association,
  associations,
  type CliInput,
  error,
  FILE,
  findWith,
  instance,
  instances,
  profile,
  profiles,
  role,
  roles,
  trust,
} from '../cli-input.test-data.ts';
import { callFailed } from './call-failed.ts';

const find = (input: CliInput) => findWith(callFailed, readCliDocument(input, FILE).inventory);
const one = (input: CliInput) => find(input)[0];

const held = profiles(profile('p', [role('r')]));
const empty = profiles(profile('p', []));

const invalid = (value: string, field = 'name', more: CliInput = {}) => ({
  'ec2 run-instances': {
    ...error(
      'InvalidParameterValue',
      'RunInstances',
      `Value (${value}) for parameter iamInstanceProfile.${field} is invalid. Invalid IAM Instance Profile ${field === 'arn' ? 'ARN' : 'name'}`,
    ),
    ...more,
  },
});

const limit = (quota: string) => error('LimitExceeded', 'X', `Cannot exceed quota for ${quota}: 1000`);

const conflict = (operation: string) =>
  error('DeleteConflict', operation, 'Cannot delete entity, must remove roles from instance profile first.');

describe('a launch that refuses its profile', () => {
  it('is a delay when the profile was just made, and another account or spelling when it is old', () => {
    expect(one({ ...held, ...invalid('p', 'name', { time: '2026-01-05T09:05:00Z' }) })).toMatchObject({
      severity: 'info',
      nodeKinds: ['profile'],
      title: 'Profile too new for EC2',
    });
    expect(one({ ...held, ...invalid('p', 'name', { time: '2026-01-06T09:00:00Z' }) })).toMatchObject({
      severity: 'warning',
      title: 'Profile exists, but not for that call',
    });
  });

  it('was given the name of a role: the profile that holds it is named', () => {
    const finding = one({ ...held, ...invalid('r') });
    expect(finding).toMatchObject({ severity: 'warning', nodeKinds: ['role', 'profile'] });
    expect(finding?.fix.sentence).toContain('`p`, in place of the role');
  });

  it('was given a role ARN', () => {
    const finding = one({ ...held, ...invalid(`arn:aws:iam::${ACCOUNT}:role/r`, 'arn') });
    expect(finding).toMatchObject({ severity: 'critical', nodeKinds: ['role'] });
    expect(finding?.fix.sentence).toContain('a role ARN is never accepted. Role `r` is in profile `p`');
  });

  it('was given a profile of another account or partition', () => {
    expect(one({ ...held, ...invalid('arn:aws:iam::444455556666:instance-profile/x', 'arn') })?.title).toBe(
      'Profile of another account',
    );
    expect(one({ ...held, ...invalid(`arn:aws-cn:iam::${ACCOUNT}:instance-profile/p`, 'arn') })?.title).toBe(
      'Profile ARN of another partition',
    );
  });

  it('was given a path with the name, or an ARN as a name', () => {
    expect(one({ ...held, ...invalid('some/path/p') })).toMatchObject({ title: 'Path given with the name' });
    expect(one({ ...held, ...invalid(`arn:aws:iam::${ACCOUNT}:instance-profile/p`) })).toMatchObject({
      title: 'ARN in place of the name',
    });
  });

  it('names a profile that the complete list lacks: its ghost is the subject', () => {
    expect(one({ ...held, ...invalid('gone') })).toMatchObject({
      severity: 'critical',
      nodeKinds: ['profile'],
    });
  });

  it('cannot be told while the list was not read', () => {
    expect(one(invalid('gone'))).toMatchObject({
      severity: 'unknown',
      nodeKinds: ['account'],
      notChecked: [{ call: 'iam:ListInstanceProfiles' }],
    });
  });

  it('is known in the words of Elastic Beanstalk too', () => {
    const text =
      'The instance profile aws-elasticbeanstalk-ec2-role associated with the environment does not exist.';
    const finding = one({ ...held, 'elasticbeanstalk create-environment': { error: text } });
    expect(finding?.fix.sentence).toContain('AWSElasticBeanstalkWebTier');
  });
});

describe('a failed association', () => {
  const lists = {
    ...held,
    ...instances(instance('i-0123456789abcdef0', 'p')),
    ...associations(association('iip-assoc-0a', 'i-0123456789abcdef0', 'p', 'associated')),
  };

  it('shows the present association, so that it can be replaced', () => {
    const failed = error(
      'IncorrectState',
      'AssociateIamInstanceProfile',
      'There is an existing association for instance i-0123456789abcdef0',
    );
    const command = 'ec2 associate-iam-instance-profile --iam-instance-profile Name=next';
    const finding = one({ ...lists, [command]: failed });
    expect(finding).toMatchObject({ severity: 'info', edgeKinds: ['uses'] });
    expect(finding?.fix.command).toBe(
      'aws ec2 replace-iam-instance-profile-association --association-id iip-assoc-0a --iam-instance-profile Name=next',
    );
  });

  it('was given the id of the instance in place of an association', () => {
    const failed = error(
      'InvalidAssociationID.NotFound',
      'ReplaceIamInstanceProfileAssociation',
      "An invalid association-id of 'i-0123456789abcdef0' was given",
    );
    const finding = one({ ...lists, 'ec2 replace-iam-instance-profile-association': failed });
    expect(finding?.answer).toContain('`iip-assoc-0a`');
    expect(finding?.fix.sentence).toContain('not the instance id');
  });

  it('is two steps on a stopped instance', () => {
    const failed = error(
      'IncorrectState',
      'ReplaceIamInstanceProfileAssociation',
      'iip-assoc-0a is not the active association',
    );
    const stopped = instances(instance('i-0123456789abcdef0', 'p', { State: { Name: 'stopped' } }));
    const finding = one({ ...lists, ...stopped, 'ec2 replace-iam-instance-profile-association': failed });
    expect(finding?.answer).toContain('is stopped');
    expect(finding?.fix.command).toMatch(/^aws ec2 disassociate-iam-instance-profile/);
  });

  it('is a delay when EC2 does not know the profile yet', () => {
    const failed = error(
      'IncorrectState',
      'AssociateIamInstanceProfile',
      'ResultDetail: { Code=InstanceIdentityProfileNotFound }',
    );
    expect(one({ ...lists, 'ec2 associate-iam-instance-profile': failed })).toMatchObject({
      severity: 'info',
      edgeKinds: ['uses'],
      title: 'Profile too new for EC2',
    });
  });
});

describe('a failed change of IAM', () => {
  it('meets the fixed limit of one role, or a quota of the account', () => {
    expect(
      one({ ...held, 'iam add-role-to-instance-profile': limit('InstanceSessionsPerInstanceProfile') }),
    ).toMatchObject({
      severity: 'info',
      nodeKinds: ['profile', 'role'],
    });
    expect(
      one({ ...held, 'iam create-instance-profile': limit('InstanceProfilesPerAccount') }),
    ).toMatchObject({
      severity: 'warning',
      nodeKinds: ['account'],
    });
  });

  it('gave an ARN where a bare name is wanted, and left the profile empty', () => {
    const failed = error(
      'ValidationError',
      'AddRoleToInstanceProfile',
      'The specified value for roleName is invalid.',
    );
    expect(one({ ...empty, 'iam add-role-to-instance-profile': failed })?.severity).toBe('warning');
    const used = instances(instance('i-1', 'p'));
    expect(one({ ...empty, ...used, 'iam add-role-to-instance-profile': failed })?.severity).toBe('critical');
  });

  it('asked for a profile by path and name: the profile itself is healthy', () => {
    const failed = error(
      'ValidationError',
      'GetInstanceProfile',
      'The specified value for instanceProfileName is invalid.',
    );
    const finding = one({ ...held, 'iam get-instance-profile --instance-profile-name a/b/p': failed });
    expect(finding).toMatchObject({
      severity: 'info',
      fix: { command: 'aws iam get-instance-profile --instance-profile-name p' },
    });
  });

  it('finds the name taken, by a profile that the console does not show', () => {
    const failed = error(
      'EntityAlreadyExists',
      'CreateInstanceProfile',
      'Instance Profile p already exists.',
    );
    const finding = one({ ...empty, 'iam create-instance-profile': failed });
    expect(finding?.answer).toContain('the IAM console does not show it');
  });

  it('cannot delete what still holds or is held, with the commands in order', () => {
    const remove = 'aws iam remove-role-from-instance-profile --instance-profile-name p --role-name r\n';
    expect(one({ ...held, 'iam delete-role': conflict('DeleteRole') })?.fix.command).toBe(
      `${remove}aws iam delete-role --role-name r`,
    );
    expect(
      one({ ...held, 'iam delete-instance-profile': conflict('DeleteInstanceProfile') })?.fix.command,
    ).toBe(`${remove}aws iam delete-instance-profile --instance-profile-name p`);
  });

  it('looked a role up by the name of its profile: nothing was deleted', () => {
    const failed = error('NoSuchEntity', 'GetRole', 'The role with name p cannot be found.');
    expect(one({ ...held, 'iam get-role --role-name p': failed })).toMatchObject({
      severity: 'info',
      edgeKinds: ['holds'],
    });
  });

  it('looked up a role that one read lists and another does not find: nobody can tell', () => {
    const failed = error('NoSuchEntity', 'GetRole', 'The role with name r cannot be found.');
    expect(one({ ...held, 'iam get-role --role-name r': failed })?.severity).toBe('unknown');
  });

  it('named a principal that does not exist', () => {
    const failed = error(
      'MalformedPolicyDocument',
      'UpdateAssumeRolePolicy',
      'Invalid principal in policy: "AWS":"AROAEXAMPLE0000000099"',
    );
    const finding = one({ ...roles(role('r')), 'iam update-assume-role-policy --role-name r': failed });
    expect(finding).toMatchObject({ severity: 'warning', nodeKinds: ['role'] });
    expect(finding?.answer).toContain('AROAEXAMPLE0000000099');
  });

  it('lacks the service-linked role of Spot', () => {
    const failed = error(
      'AuthFailure.ServiceLinkedRoleCreationNotPermitted',
      'RequestSpotInstances',
      'The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
    );
    expect(one({ 'ec2 request-spot-instances': failed })?.fix.command).toBe(
      'aws iam create-service-linked-role --aws-service-name spot.amazonaws.com',
    );
  });
});

describe('a denied call', () => {
  it('with an encoded reason asks for it to be decoded, and guesses only aloud', () => {
    const failed = error(
      'UnauthorizedOperation',
      'RunInstances',
      'You are not authorized to perform this operation. Encoded authorization failure message: abc',
    );
    const finding = one({ ...held, 'ec2 run-instances': failed });
    expect(finding).toMatchObject({ severity: 'unknown' });
    expect(finding?.fix.command).toContain('decode-authorization-message');
  });

  it('of an instance shows that its chain works and which permission is missing', () => {
    const failed = error(
      'AccessDenied',
      'GetObject',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/r/i-0a1 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no identity-based policy allows the s3:GetObject action`,
    );
    const finding = one({ ...held, ...instances(instance('i-0a1', 'p')), 's3api get-object': failed });
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.answer).toContain('The chain works');
    expect(finding?.answer).toContain(
      'permission `s3:GetObject` on `arn:aws:s3:::b/k`, which no policy of the role allows',
    );
  });

  it('that came as another role than the chain has is a stale session', () => {
    const failed = error(
      'AccessDenied',
      'GetObject',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/old/i-0a1 is not authorized to perform: s3:GetObject`,
    );
    expect(one({ ...held, ...instances(instance('i-0a1', 'p')), 's3api get-object': failed })?.severity).toBe(
      'warning',
    );
  });
});

describe('a failure inside the output of another command', () => {
  it('is explained like the error of a command', () => {
    const reason =
      'Value (gone) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name. Launching EC2 instance failed.';
    const finding = one({
      ...held,
      'autoscaling describe-scaling-activities': {
        Activities: [{ StatusCode: 'Failed', StatusMessage: reason }],
      },
    });
    expect(finding).toMatchObject({ severity: 'critical', nodeKinds: ['profile'] });
  });
});

describe('a profile where a role is wanted', () => {
  const arn = `arn:aws:iam::${ACCOUNT}:instance-profile/p`;

  it('is told in a node group and in a call to assume it', () => {
    const refused = error('InvalidParameterException', 'CreateNodegroup', `The node role ${arn} is invalid`);
    const denied = error(
      'AccessDenied',
      'AssumeRole',
      `User: arn:aws:iam::${ACCOUNT}:user/x is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    );
    const inputs: readonly CliInput[] = [{ 'eks create-nodegroup': refused }, { 'sts assume-role': denied }];
    for (const input of inputs) {
      const finding = one({ ...held, ...input });
      expect(finding).toMatchObject({ severity: 'warning', edgeKinds: ['holds'] });
      expect(finding?.fix.sentence).toContain(`:role/r`);
    }
  });
});

describe('a text that nobody knows', () => {
  it('is shown as it came', () => {
    const finding = one({ ...held, 'ec2 run-instances': error('Weird', 'RunInstances', 'Something odd.') });
    expect(finding).toMatchObject({ severity: 'info', title: 'Call failed' });
    expect(finding?.answer).toContain('Something odd.');
  });
});

describe('a launch or a service whose text is about the chain', () => {
  it('names the empty profile that a launch was refused for, and how to fill it', () => {
    const text = `IAM Instance Profile "arn:aws:iam::${ACCOUNT}:instance-profile/p" has no associated IAM Roles`;
    const refused = { 'ec2 run-instances': error('InvalidParameterValue', 'RunInstances', text) };
    expect(one({ ...empty, ...refused })).toMatchObject({
      severity: 'critical',
      nodeKinds: ['profile'],
      edgeKinds: ['holds'],
    });
    expect(one({ ...empty, ...refused })?.fix.command).toContain('--instance-profile-name p');
    expect(one({ ...held, ...refused })).toMatchObject({ severity: 'info' });
  });

  it('was given a reference that no tool resolved, which is not to be created as a profile', () => {
    const finding = one({ ...held, ...invalid('stack/profile [AWS::IAM::InstanceProfile]') });
    expect(finding).toMatchObject({ severity: 'critical', title: 'Value is no profile name' });
    expect(finding?.fix.command).not.toContain('create-instance-profile');
  });

  it('was given a name where the ARN goes', () => {
    expect(one({ ...held, ...invalid('p', 'arn') })).toMatchObject({ title: 'Name in place of the ARN' });
  });

  it('asks EMR to make its own default profile', () => {
    const text = 'Invalid InstanceProfile: EMR_EC2_DefaultRole.';
    expect(
      one({ ...held, 'emr run-job-flow': error('ValidationException', 'RunJobFlow', text) })?.fix.command,
    ).toBe('aws emr create-default-roles');
  });

  it('is a replacement on a stopped instance: disassociate, then associate', () => {
    const finding = one({
      ...held,
      ...instances(instance('i-00000000000000001', 'p', { State: { Code: 80, Name: 'stopped' } })),
      'ec2 replace-iam-instance-profile-association': error(
        'IncorrectInstanceState',
        'ReplaceIamInstanceProfileAssociation',
        "The instance 'i-00000000000000001' is not in the 'running' state.",
      ),
    });
    expect(finding?.answer).toContain('is stopped, and AWS replaces an association only while');
    expect(finding?.fix.command).toMatch(/disassociate-iam[\s\S]*ec2 associate-iam/);
  });

  it('is a node role that EKS refuses, until its trust policy names EC2', () => {
    const refused = {
      'eks create-nodegroup': error(
        'InvalidRequestException',
        'CreateNodegroup',
        `Following required service principals [ec2.amazonaws.com] were not found in the trust relationships of nodeRole arn:aws:iam::${ACCOUNT}:role/ng`,
      ),
    };
    const finding = one({
      ...roles(role('ng', trust({ Principal: { Service: 'eks.amazonaws.com' } }))),
      ...refused,
    });
    expect(finding).toMatchObject({ severity: 'critical', nodeKinds: ['role'] });
    expect(finding?.fix.command).toContain('"Service":"ec2.amazonaws.com"');
    expect(one({ ...roles(role('ng')), ...refused })).toMatchObject({ severity: 'info' });
  });

  it('is a session that Systems Manager cannot open, with the role it would need', () => {
    const refused = {
      'ssm start-session': error(
        'TargetNotConnected',
        'StartSession',
        'i-00000000000000001 is not connected.',
      ),
    };
    const chain = one({ ...held, ...instances(instance('i-00000000000000001', 'p')), ...refused });
    expect(chain).toMatchObject({ severity: 'info', nodeKinds: ['instance', 'profile', 'role'] });
    expect(one({ ...instances(instance('i-00000000000000001')), ...refused })).toMatchObject({
      severity: 'warning',
    });
  });
});
