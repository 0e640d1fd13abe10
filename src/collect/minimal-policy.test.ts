import { describe, expect, it } from 'vitest';
import { LIVE_TIERS, minimalPolicy, permissionsOf } from './minimal-policy.ts';

describe('the minimal policy', () => {
  it('grants the graph tier exactly what it needs', () => {
    expect(JSON.parse(minimalPolicy(['graph'], 'aws'))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'RolewireChains',
          Effect: 'Allow',
          Action: [
            'iam:ListAccountAliases',
            'ec2:DescribeRegions',
            'iam:ListInstanceProfiles',
            'iam:ListRoles',
            'ec2:DescribeInstances',
            'ec2:DescribeIamInstanceProfileAssociations',
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

  it('grants nothing that changes anything, in no tier', () => {
    const actions = LIVE_TIERS.flatMap(permissionsOf);
    expect(actions).toHaveLength(13);
    for (const action of actions)
      expect(action).toMatch(/^(ec2|iam|autoscaling):(Describe|List|Get)[A-Za-z]+$/);
  });
});
