import { toArn } from '../../src/inventory/ids.ts';
import type { AttachedPolicy, GroupRecord, UserRecord } from '../../src/inventory/records.ts';
import type { AccountDraft } from './account-draft.ts';
import { originOf } from './origin.ts';

/** The people and machines of the shop that IAM knows as users: one may do all, one may pass a role, one may only look. */
export function shopPeople({ accountId }: AccountDraft): {
  readonly users: readonly UserRecord[];
  readonly groups: readonly GroupRecord[];
} {
  const origin = originOf('iam:GetAccountAuthorizationDetails');
  const arn = (rest: string) => toArn(`arn:aws:iam::${accountId}:${rest}`);
  const user = (UserName: string, more: Partial<UserRecord>): UserRecord => ({
    origin,
    accountId,
    UserName,
    Arn: arn(`user/${UserName}`),
    Path: '/',
    GroupList: [],
    AttachedManagedPolicies: [],
    UserPolicyList: [],
    ...more,
  });
  return {
    groups: [
      {
        origin,
        accountId,
        GroupName: 'platform-admins',
        Arn: arn('group/platform-admins'),
        Path: '/',
        AttachedManagedPolicies: [attached('AdministratorAccess')],
        GroupPolicyList: [],
      },
    ],
    users: [
      user('auditor', { AttachedManagedPolicies: [attached('SecurityAudit')] }),
      user('build-pipeline', {
        UserPolicyList: [
          {
            PolicyName: 'LaunchBuilders',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'Launch',
                  Effect: 'Allow',
                  Action: ['ec2:RunInstances', 'ec2:CreateTags'],
                  Resource: '*',
                },
                {
                  Sid: 'PassToEc2',
                  Effect: 'Allow',
                  Action: 'iam:PassRole',
                  Resource: `arn:aws:iam::${accountId}:role/*`,
                  Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
                },
              ],
            },
          },
        ],
      }),
      user('maria', { GroupList: ['platform-admins'] }),
    ],
  };
}

function attached(PolicyName: string): AttachedPolicy {
  return { PolicyName, PolicyArn: toArn(`arn:aws:iam::aws:policy/${PolicyName}`) };
}
