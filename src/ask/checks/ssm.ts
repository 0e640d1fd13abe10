import type { Check } from '../check.ts';
import { CHAIN_STEPS, LIMIT_STEPS } from './shared-steps.ts';

/**
 * By "Configure instance permissions required for Systems Manager",
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html, and the actions of the policy
 * that it names, https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export const ssm: Check = {
  id: 'ssm',
  name: 'Systems Manager: managed node',
  about: 'The SSM Agent on the instance registers it and takes commands and sessions.',
  source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html',
  fields: [],
  steps: [
    ...CHAIN_STEPS,
    {
      title: 'The agent may register the instance',
      probe: { kind: 'may', pairs: [{ action: 'ssm:UpdateInstanceInformation', on: '*' }] },
    },
    {
      title: 'The agent may open Session Manager channels',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ssmmessages:CreateControlChannel', on: '*' },
          { action: 'ssmmessages:CreateDataChannel', on: '*' },
          { action: 'ssmmessages:OpenControlChannel', on: '*' },
          { action: 'ssmmessages:OpenDataChannel', on: '*' },
        ],
      },
    },
    {
      title: 'The agent may take commands and associations',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ssm:ListInstanceAssociations', on: '*' },
          { action: 'ssm:GetDocument', on: '*' },
          { action: 'ssm:UpdateInstanceAssociationStatus', on: '*' },
          { action: 'ec2messages:GetMessages', on: '*' },
        ],
      },
    },
    {
      title: 'The agent reaches the endpoints of Systems Manager',
      probe: {
        kind: 'unseen',
        why: 'Subnets, security groups and VPC endpoints are not read. It needs HTTPS to ssm, ssmmessages and ec2messages of its region.',
      },
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
      advised: true,
    },
    ...LIMIT_STEPS,
  ],
};
