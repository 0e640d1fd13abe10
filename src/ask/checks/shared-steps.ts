import type { CheckStep } from '../check.ts';

/** What EC2 itself needs before an instance has the role at all. */
export const CHAIN_STEPS: readonly CheckStep[] = [
  {
    title: 'The instance profile holds the role',
    probe: { kind: 'profile-holds-role' },
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html',
  },
  {
    title: 'The trust policy lets EC2 assume the role',
    probe: { kind: 'trust-ec2' },
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html',
  },
];

/** What limits a role from outside of its own policies. */
export const LIMIT_STEPS: readonly CheckStep[] = [
  {
    title: 'No permissions boundary stands in the way',
    probe: { kind: 'boundary' },
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
  {
    title: 'No service control policy stands in the way',
    probe: {
      kind: 'unseen',
      why: 'Policies of the organization are not read. Its administrators can tell: organizations list-policies-for-target.',
    },
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
    advised: true,
  },
];

/** What a cluster that works on a bucket does with its objects. */
export const OBJECTS_STEP: CheckStep = {
  title: 'The role may read, write and delete objects',
  probe: {
    kind: 'may',
    pairs: [
      { action: 's3:GetObject', on: '{objects}*' },
      { action: 's3:PutObject', on: '{objects}*' },
      { action: 's3:DeleteObject', on: '{objects}*' },
    ],
  },
};

/** "To upload or download an object encrypted with an AWS KMS key", the form of which names the key. */
export const KEY_STEP: CheckStep = {
  title: 'The role may use the KMS key of the bucket',
  probe: {
    kind: 'may',
    pairs: [
      { action: 'kms:Decrypt', on: '{kmsKey}' },
      { action: 'kms:GenerateDataKey', on: '{kmsKey}' },
    ],
  },
  when: 'kmsKey',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
};

/** Who launches an instance must be allowed to pass it the role: the form names that other role. */
export function passStep(launcher: string, source?: string): CheckStep {
  return {
    title: `The ${launcher} may pass the role`,
    probe: { kind: 'may', who: 'other-role', pairs: [{ action: 'iam:PassRole', on: '{roleArn}' }] },
    source,
  };
}
