import type { Check } from '../check.ts';
import { CHAIN_STEPS, LIMIT_STEPS } from './shared-steps.ts';

/**
 * By "Configure instance permissions required for Systems Manager",
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html, and the actions of the policy
 * that it names, https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html. What the agent
 * makes each call for, and "You can safely remove ec2messages:* permissions from your policies":
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-messageAPIs.html
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
      title: 'The agent may open its channels for commands and sessions',
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
      title: 'The agent may take associations and report on them',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ssm:ListInstanceAssociations', on: '*' },
          { action: 'ssm:GetDocument', on: '*' },
          { action: 'ssm:UpdateInstanceAssociationStatus', on: '*' },
        ],
      },
    },
    {
      title: 'The agent reaches the endpoints of Systems Manager',
      probe: {
        kind: 'unseen',
        why: 'Subnets, security groups and VPC endpoints are not read. It needs HTTPS to ssm and ssmmessages of its region, and before version 3.3.40.0 to ec2messages.',
      },
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
      advised: true,
    },
    ...LIMIT_STEPS,
  ],
};
