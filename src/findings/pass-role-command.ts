import { parseArn } from '../base/arn.ts';
import type { GraphNode } from '../graph/graph.ts';
import { iamCommand } from './commands.ts';

/** The command that lets a user or role pass roles to EC2; the condition keeps the grant from other services. */
export function passRoleCommand(actor: GraphNode, roleArns: readonly string[]): string {
  const partition = actor.partition ?? parseArn(roleArns[0] ?? '')?.partition;
  const passedTo =
    partition === 'aws-cn' ? ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn'] : ['ec2.amazonaws.com'];
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
    'policy-name': 'pass-role-to-ec2',
    'policy-document': document,
  });
}
