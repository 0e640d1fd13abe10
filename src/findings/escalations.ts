/** A way from some permissions to more, or to all. */
export interface Escalation {
  readonly id: string;
  /** All of these are needed, each on every resource of its kind. */
  readonly acts: readonly EscalationAct[];
  /** The end of a sentence: "it can …". */
  readonly words: string;
}

export interface EscalationAct {
  readonly action: string;
  readonly on: 'role' | 'policy' | 'user' | 'group' | 'instance' | 'function' | 'any';
  readonly passedTo?: string | undefined;
}

/**
 * Known ways to raise one's own permissions in an account, strongest first, out of two public lists:
 * https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation and https://pathfinding.cloud (to rewrite a trust policy takes
 * no `sts:AssumeRole`: https://pathfinding.cloud/paths/iam-012). A choice of them: where a role is passed, the commonest services;
 * of ways into what runs already, the code of a function alone. Why PassRole is one half of some:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const ESCALATIONS: readonly Escalation[] = [
  alone('iam:AttachRolePolicy', 'role', 'attach AdministratorAccess to a role'),
  alone('iam:PutRolePolicy', 'role', 'write any permission into a role'),
  alone('iam:CreatePolicyVersion', 'policy', 'rewrite a policy that it has itself'),
  alone('iam:SetDefaultPolicyVersion', 'policy', 'bring an older and wider version of a policy back'),
  alone('iam:UpdateAssumeRolePolicy', 'role', 'make any role trust it'),
  alone('sts:AssumeRole', 'role', 'assume every role that trusts the account'),
  alone('iam:AttachUserPolicy', 'user', 'attach AdministratorAccess to a user'),
  alone('iam:PutUserPolicy', 'user', 'write any permission into a user'),
  alone('iam:AttachGroupPolicy', 'group', 'attach AdministratorAccess to a group'),
  alone('iam:PutGroupPolicy', 'group', 'write any permission into a group'),
  alone('iam:AddUserToGroup', 'group', 'add a user to any group'),
  alone('iam:CreateAccessKey', 'user', 'make access keys of any user'),
  alone('iam:CreateLoginProfile', 'user', 'give any user a password'),
  alone('iam:UpdateLoginProfile', 'user', "change any user's password"),
  passing('ec2.amazonaws.com', 'launch an instance with any role', ['ec2:RunInstances', 'instance']),
  passing(
    'lambda.amazonaws.com',
    'run a Lambda function with any role',
    ['lambda:CreateFunction', 'function'],
    ['lambda:InvokeFunction', 'function'],
  ),
  passing('cloudformation.amazonaws.com', 'create a CloudFormation stack with any role', [
    'cloudformation:CreateStack',
    'any',
  ]),
  passing(
    'ecs-tasks.amazonaws.com',
    'run an ECS task with any role',
    ['ecs:RegisterTaskDefinition', 'any'],
    ['ecs:RunTask', 'any'],
  ),
  passing(
    'codebuild.amazonaws.com',
    'run a CodeBuild project with any role',
    ['codebuild:CreateProject', 'any'],
    ['codebuild:StartBuild', 'any'],
  ),
  passing('sagemaker.amazonaws.com', 'make a SageMaker notebook with any role', [
    'sagemaker:CreateNotebookInstance',
    'any',
  ]),
  passing(
    'glue.amazonaws.com',
    'run a Glue job with any role',
    ['glue:CreateJob', 'any'],
    ['glue:StartJobRun', 'any'],
  ),
  alone(
    'lambda:UpdateFunctionCode',
    'function',
    'put its own code into any Lambda function, and so into its role',
  ),
];

function alone(action: string, on: EscalationAct['on'], words: string): Escalation {
  return { id: action, acts: [{ action, on }], words };
}

function passing(
  passedTo: string,
  words: string,
  ...acts: readonly (readonly [action: string, on: EscalationAct['on']])[]
): Escalation {
  return {
    id: `iam:PassRole+${acts.map(([action]) => action).join('+')}`,
    acts: [{ action: 'iam:PassRole', on: 'role', passedTo }, ...acts.map(([action, on]) => ({ action, on }))],
    words,
  };
}
