import { parseArn } from '../base/arn.ts';
import type { GraphNode } from '../graph/graph.ts';
import { iamCommand } from './commands.ts';
import { EC2_SERVICE } from './ec2-trust.ts';

/** The command that lets a user or role pass roles to EC2 (or the service given); the condition keeps the grant from others. */
export function passRoleCommand(
  actor: GraphNode,
  roleArns: readonly string[],
  service = EC2_SERVICE,
): string {
  const partition = actor.partition ?? parseArn(roleArns[0] ?? '')?.partition;
  const passedTo = partition === 'aws-cn' && service === EC2_SERVICE ? [service, `${service}.cn`] : [service];
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: roleArns.length === 1 ? roleArns[0] : roleArns,
        Condition: {
          StringEquals: { 'iam:PassedToService': passedTo.length === 1 ? passedTo[0] : passedTo },
        },
      },
    ],
  });
  const isUser = parseArn(actor.arn ?? '')?.resourceType === 'user';
  return iamCommand(partition, isUser ? 'put-user-policy' : 'put-role-policy', {
    ...(isUser ? { 'user-name': actor.label } : { 'role-name': actor.label }),
    'policy-name': `pass-role-to-${service.split('.')[0]}`,
    'policy-document': document,
  });
}
