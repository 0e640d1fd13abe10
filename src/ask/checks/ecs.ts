import type { Check } from '../check.ts';
import { CHAIN_STEPS, LIMIT_STEPS } from './shared-steps.ts';

/**
 * By "Amazon ECS container instance IAM role", https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html,
 * and the policy that it names, which "contains the permissions needed to use the full Amazon ECS feature set":
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEC2ContainerServiceforEC2Role.html
 */
export const ecs: Check = {
  id: 'ecs',
  name: 'ECS: container instance',
  about: 'The ECS agent registers the instance with a cluster and runs tasks on it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
  fields: [],
  steps: [
    ...CHAIN_STEPS,
    {
      title: 'The agent may register the instance',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ecs:DiscoverPollEndpoint', on: '*' },
          { action: 'ecs:RegisterContainerInstance', on: '*' },
          { action: 'ecs:DeregisterContainerInstance', on: '*' },
        ],
      },
    },
    {
      title: 'The agent may take tasks and report on them',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ecs:Poll', on: '*' },
          { action: 'ecs:StartTelemetrySession', on: '*' },
          { action: 'ecs:SubmitContainerStateChange', on: '*' },
          { action: 'ecs:SubmitTaskStateChange', on: '*' },
        ],
      },
    },
    {
      title: 'Images can be pulled from ECR',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ecr:GetAuthorizationToken', on: '*' },
          { action: 'ecr:BatchCheckLayerAvailability', on: '*' },
          { action: 'ecr:GetDownloadUrlForLayer', on: '*' },
          { action: 'ecr:BatchGetImage', on: '*' },
        ],
      },
      // Tasks with an execution role of their own pull by that one.
      advised: true,
    },
    {
      title: 'Container logs can be written',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'logs:CreateLogStream', on: '*' },
          { action: 'logs:PutLogEvents', on: '*' },
        ],
      },
      advised: true,
    },
    ...LIMIT_STEPS,
  ],
};
