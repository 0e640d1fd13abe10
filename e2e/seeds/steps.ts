import { type _InstanceType, RunInstancesCommand } from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateAccessKeyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteInstanceProfileCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Clients, Credentials } from './clients.ts';

/** Long enough that nobody's session ends while they try the app. */
const WORKING_DAY_S = 43_200;

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: string;
  readonly Principal?: Readonly<Record<string, string>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** All that the app reads. */
export const READ_ALL = {
  Effect: 'Allow',
  Action: ['ec2:Describe*', 'iam:Get*', 'iam:List*', 'iam:SimulatePrincipalPolicy', 'autoscaling:Describe*'],
  Resource: '*',
} as const satisfies Statement;

export interface RolePlan {
  readonly name: string;
  readonly path?: string;
  /** The service that may assume it; EC2 when not given. */
  readonly service?: string;
  readonly description?: string;
}

export async function createRole(clients: Clients, plan: RolePlan): Promise<void> {
  const trust = statement({
    Effect: 'Allow',
    Principal: { Service: plan.service ?? 'ec2.amazonaws.com' },
    Action: 'sts:AssumeRole',
  });
  await clients.iam.send(
    new CreateRoleCommand({
      RoleName: plan.name,
      Path: plan.path ?? '/',
      AssumeRolePolicyDocument: trust,
      Description: plan.description,
    }),
  );
}

/** Creates a profile, with `role` in it unless that is left out. */
export async function createProfile(
  clients: Clients,
  plan: { readonly name: string; readonly path?: string; readonly role?: string },
): Promise<void> {
  await clients.iam.send(
    new CreateInstanceProfileCommand({ InstanceProfileName: plan.name, Path: plan.path ?? '/' }),
  );
  if (plan.role === undefined) return;
  await clients.iam.send(
    new AddRoleToInstanceProfileCommand({ InstanceProfileName: plan.name, RoleName: plan.role }),
  );
}

/** Deletes a profile that holds `role`. Instances that run with it keep their reference, as in AWS. */
export async function deleteProfile(clients: Clients, name: string, role: string): Promise<void> {
  await clients.iam.send(
    new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: name, RoleName: role }),
  );
  await clients.iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: name }));
}

export interface LaunchPlan {
  readonly region: string;
  /** The Name tag. */
  readonly name: string;
  /** The name of an instance profile. */
  readonly profile?: string;
  readonly count?: number;
  readonly type?: _InstanceType;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Starts instances that share one Name tag, and gives their ids. */
export async function launch(clients: Clients, plan: LaunchPlan): Promise<readonly string[]> {
  const tags = Object.entries({ Name: plan.name, ...plan.tags });
  const count = plan.count ?? 1;
  const answer = await clients.ec2(plan.region).send(
    new RunInstancesCommand({
      ImageId: 'ami-0123456789abcdef0',
      MinCount: count,
      MaxCount: count,
      InstanceType: plan.type ?? 't3.small',
      IamInstanceProfile: plan.profile === undefined ? undefined : { Name: plan.profile },
      TagSpecifications: [{ ResourceType: 'instance', Tags: tags.map(([Key, Value]) => ({ Key, Value })) }],
    }),
  );
  return (answer.Instances ?? []).map((instance) => text(instance.InstanceId, 'InstanceId'));
}

/** Creates a user with one inline policy, and gives the long-lived keys. */
export async function createUser(
  clients: Clients,
  name: string,
  statements: readonly Statement[],
): Promise<Credentials> {
  await clients.iam.send(new CreateUserCommand({ UserName: name }));
  await clients.iam.send(
    new PutUserPolicyCommand({
      UserName: name,
      PolicyName: 'access',
      PolicyDocument: statement(...statements),
    }),
  );
  const { AccessKey } = await clients.iam.send(new CreateAccessKeyCommand({ UserName: name }));
  return {
    accessKeyId: text(AccessKey?.AccessKeyId, 'AccessKeyId'),
    secretAccessKey: text(AccessKey?.SecretAccessKey, 'SecretAccessKey'),
  };
}

/** Creates a role that people of the account may assume, with one inline policy. */
export async function createPeopleRole(
  clients: Clients,
  accountId: string,
  name: string,
  statements: readonly Statement[],
): Promise<void> {
  const trust: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: 'sts:AssumeRole',
  };
  await createTrustedRole(clients, name, trust, statements);
}

/** Creates a role for people under a trust of its own, with one inline policy. */
export async function createTrustedRole(
  clients: Clients,
  name: string,
  trust: Statement,
  statements: readonly Statement[],
): Promise<void> {
  await clients.iam.send(
    new CreateRoleCommand({
      RoleName: name,
      Path: '/people/',
      AssumeRolePolicyDocument: statement(trust),
      MaxSessionDuration: WORKING_DAY_S,
    }),
  );
  await clients.iam.send(
    new PutRolePolicyCommand({
      RoleName: name,
      PolicyName: 'access',
      PolicyDocument: statement(...statements),
    }),
  );
}

export interface FederatedRolePlan {
  readonly name: string;
  readonly accountId: string;
  /** The ARN of a provider, or a service that AWS knows such as `cognito-identity.amazonaws.com`. */
  readonly provider: string;
  readonly conditions: NonNullable<Statement['Condition']>;
  readonly statements: readonly Statement[];
}

/** Creates a role for people of an identity provider, with one inline policy; gives its ARN. */
export async function createFederatedRole(clients: Clients, plan: FederatedRolePlan): Promise<string> {
  const { Role } = await clients.iam.send(
    new CreateRoleCommand({
      RoleName: plan.name,
      AssumeRolePolicyDocument: statement({
        Effect: 'Allow',
        Principal: { Federated: plan.provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: plan.conditions,
      }),
    }),
  );
  await clients.iam.send(
    new PutRolePolicyCommand({
      RoleName: plan.name,
      PolicyName: 'access',
      PolicyDocument: statement(...plan.statements),
    }),
  );
  return text(Role?.Arn, 'Arn');
}

/** What `aws sts assume-role` gives: keys with a session token. */
export async function assumeRole(
  caller: Clients,
  accountId: string,
  name: string,
  sessionName: string,
): Promise<Credentials> {
  const { Credentials: given } = await caller.sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${accountId}:role/people/${name}`,
      RoleSessionName: sessionName,
      DurationSeconds: WORKING_DAY_S,
    }),
  );
  return {
    accessKeyId: text(given?.AccessKeyId, 'AccessKeyId'),
    secretAccessKey: text(given?.SecretAccessKey, 'SecretAccessKey'),
    sessionToken: text(given?.SessionToken, 'SessionToken'),
  };
}

/** A value that the server must have sent. */
export function text(value: string | undefined, field: string): string {
  if (value === undefined) throw new Error(`The server's answer has no ${field}.`);
  return value;
}

function statement(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
