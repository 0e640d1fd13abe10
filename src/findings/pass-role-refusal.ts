import type { GraphNode } from '../graph/graph.ts';
import type { Statement } from '../inventory/statements.ts';
import { type DeniedCall, deniedCallOf } from './denied-call.ts';
import type { Fix } from './finding.ts';
import { passRoleCommand } from './pass-role-command.ts';
import { code } from './words.ts';

/** How AWS refused iam:PassRole: which policy stands in the way, and to which service the role was to go. */
export interface PassRoleRefusal {
  readonly by: DeniedCall['by'];
  readonly explicit: boolean;
  readonly service: PassedTo;
}

interface PassedTo {
  /** The end of "may not pass role x to …". */
  readonly words: string;
  /** As in iam:PassedToService; `undefined` when nobody can tell. */
  readonly principal: string | undefined;
}

const EC2: PassedTo = { words: 'EC2', principal: 'ec2.amazonaws.com' };

/** Services other than EC2 whose calls take a role themselves, by the name of the CLI command or of the operation. */
const OTHER_SERVICES: readonly (readonly [RegExp, PassedTo])[] = [
  [/^ecs /, { words: 'Amazon ECS tasks', principal: 'ecs-tasks.amazonaws.com' }],
  [/^ssm /, { words: 'Systems Manager', principal: 'ssm.amazonaws.com' }],
  [/^lambda /, { words: 'Lambda', principal: 'lambda.amazonaws.com' }],
  [/^glue /, { words: 'AWS Glue', principal: 'glue.amazonaws.com' }],
  [/^codebuild /, { words: 'CodeBuild', principal: 'codebuild.amazonaws.com' }],
  [/^cloudformation /, { words: 'CloudFormation', principal: 'cloudformation.amazonaws.com' }],
  [/^stepfunctions /, { words: 'Step Functions', principal: 'states.amazonaws.com' }],
  [/^sagemaker /, { words: 'SageMaker', principal: 'sagemaker.amazonaws.com' }],
];
const OPERATIONS: Readonly<Record<string, string>> = {
  RunTask: 'ecs ',
  RegisterTaskDefinition: 'ecs ',
  StartAutomationExecution: 'ssm ',
  CreateStateMachine: 'stepfunctions ',
};

/** What a refusal of iam:PassRole says of itself; a decoded message names no service, and then EC2 is meant. */
export function passRoleRefusal(said: Statement | undefined): PassRoleRefusal {
  const denied = said?.kind === 'error' ? deniedCallOf(said.text) : undefined;
  return {
    by: denied?.by ?? 'unknown',
    explicit: said?.kind === 'decoded-authorization' ? said.explicitDeny : denied?.explicitDeny === true,
    service: said?.kind === 'error' ? passedTo(said.command, said.operation) : EC2,
  };
}

function passedTo(command: string, operation: string | undefined): PassedTo {
  const bare = command.replace(/^account\s+\S+\s*:\s*/i, '').replace(/^aws\s+/, '');
  const known = operation === undefined ? undefined : OPERATIONS[operation];
  return OTHER_SERVICES.find(([pattern]) => pattern.test(known ?? bare))?.[1] ?? EC2;
}

/** In brackets, after "may not pass role x to EC2": the policy that stands in the way, when AWS says so. */
export function refusalWords({ by, explicit }: PassRoleRefusal): string {
  if (by === 'scp') return ' (a service control policy denies it)';
  if (explicit) return ' (a policy denies it explicitly)';
  const policy = limitWords(by);
  return policy === undefined ? '' : ` (${policy} does not allow it)`;
}

/** What to do about it: an Allow helps only where an identity policy is what is missing. `who` is in the middle of a sentence. */
export function refusalFix(
  refusal: PassRoleRefusal,
  { arn, who, actor }: { readonly arn: string; readonly who: string; readonly actor: GraphNode | undefined },
): Fix {
  const { by, explicit, service } = refusal;
  if (by === 'scp') {
    return {
      sentence: `A service control policy of the organization denies iam:PassRole on ${code(arn)}: only whoever manages the organization can allow it to ${who}.`,
    };
  }
  if (explicit) {
    return {
      sentence: `Find the Deny for iam:PassRole that covers ${code(arn)} in the policies of ${who}, its boundary or the organization, and exempt the role; an Allow alone does not help.`,
    };
  }
  const policy = limitWords(by);
  if (policy !== undefined) {
    return {
      sentence: `Let ${policy.replace(/^a /, 'the ')} of ${who} allow iam:PassRole on ${code(arn)} too; an Allow in another policy alone does not help.`,
    };
  }
  return {
    sentence: `Grant iam:PassRole on ${code(arn)} to ${who}: on the role's ARN, not the profile's.`,
    command: actor && passRoleCommand(actor, [arn], service.principal),
  };
}

/** Policies that only limit what others allow. */
function limitWords(by: DeniedCall['by']): string | undefined {
  switch (by) {
    case 'boundary':
      return 'a permissions boundary';
    case 'session':
      return 'a session policy';
    case 'endpoint':
      return 'a VPC endpoint policy';
    case 'rcp':
      return 'a resource control policy';
    default:
      return undefined;
  }
}
