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
