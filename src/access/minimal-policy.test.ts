import { describe, expect, it } from 'vitest';
import { GRANTS, minimalPolicy, permissionsOf } from './minimal-policy.ts';

describe('the minimal policy', () => {
  it('grants the graph exactly what it needs', () => {
    expect(JSON.parse(minimalPolicy(['graph'], 'aws'))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'RolewireChains',
          Effect: 'Allow',
          Action: [
            'iam:ListAccountAliases',
            'ec2:DescribeRegions',
            'ec2:DescribeInstances',
            'ec2:DescribeIamInstanceProfileAssociations',
            'iam:ListInstanceProfiles',
            'iam:ListRoles',
          ],
          Resource: '*',
        },
      ],
    });
  });

  it('holds reads of one thing to roles and profiles, in the partition of the caller', () => {
    const { Statement } = JSON.parse(minimalPolicy(['role-details'], 'aws-cn'));
    expect(Statement).toMatchObject([
      {
        Action: ['iam:GetRole', 'iam:GetInstanceProfile'],
        Resource: ['arn:aws-cn:iam::*:role/*', 'arn:aws-cn:iam::*:instance-profile/*'],
      },
    ]);
  });

  it('holds reads of the policies of one role to roles and managed policies, also those of AWS', () => {
    const { Statement } = JSON.parse(minimalPolicy(['role-policies'], 'aws'));
    expect(Statement).toMatchObject([
      {
        Action: [
          'iam:ListAttachedRolePolicies',
          'iam:ListRolePolicies',
          'iam:GetRolePolicy',
          'iam:GetPolicy',
          'iam:GetPolicyVersion',
        ],
        Resource: ['arn:aws:iam::*:role/*', 'arn:aws:iam::*:policy/*'],
      },
    ]);
  });

  it('holds simulation to roles', () => {
    expect(JSON.parse(minimalPolicy(['simulation'], 'aws')).Statement).toMatchObject([
      { Action: ['iam:SimulatePrincipalPolicy'], Resource: 'arn:aws:iam::*:role/*' },
    ]);
  });

  it('grants nothing that changes anything, in no grant', () => {
    const actions = GRANTS.flatMap(permissionsOf);
    expect(actions).toHaveLength(19);
    for (const action of actions)
      expect(action).toMatch(/^(ec2|iam|autoscaling):(Describe|List|Get|Simulate)[A-Za-z]+$/);
  });
});
