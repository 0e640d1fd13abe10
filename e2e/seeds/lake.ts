import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { type Clients, type Credentials, clientsFor } from './clients.ts';
import {
  assumeRole,
  createPeopleRole,
  createProfile,
  createRole,
  createUser,
  launch,
  READ_ALL,
  type Statement,
  text,
} from './steps.ts';

/** An account whose roles have policies of every kind: two managed ones, one of them shared, an inline one, a boundary. */
export interface LakeSeed {
  readonly reader: Credentials;
  /** As `reader`, but `iam:GetRolePolicy` is denied. */
  readonly withoutInline: Credentials;
}

export const LAKE = {
  region: 'eu-west-1',
  reader: 'lake-reader',
  writer: 'lake-writer',
  own: 'LakeAccess',
  shared: 'SharedLogs',
  inline: 'extras',
  boundary: 'Limit',
} as const;

/** Fills an account of MiniStack that nobody else uses. */
export async function seedLake(endpoint: string, accountId: string): Promise<LakeSeed> {
  const root = clientsFor(endpoint, { accessKeyId: accountId, secretAccessKey: 'test' });
  for (const name of [LAKE.reader, LAKE.writer]) {
    await createRole(root, { name });
    await createProfile(root, { name, role: name });
    await launch(root, { region: LAKE.region, name: `${name}-1`, profile: name });
  }
  const own = await createPolicy(root, LAKE.own, {
    Effect: 'Allow',
    Action: ['s3:Get*', 's3:PutObject'],
    Resource: 'arn:aws:s3:::lake/*',
    Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
  });
  const shared = await createPolicy(root, LAKE.shared, {
    Effect: 'Allow',
    Action: 'logs:PutLogEvents',
    Resource: '*',
  });
  const limit = await createPolicy(root, LAKE.boundary, { Effect: 'Allow', Action: '*', Resource: '*' });
  await attach(root, LAKE.reader, own);
  await attach(root, LAKE.reader, shared);
  await attach(root, LAKE.writer, shared);
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['s3:GetObjects', 's3:ListBucket'], Resource: '*' }],
  });
  await root.iam.send(
    new PutRolePolicyCommand({ RoleName: LAKE.reader, PolicyName: LAKE.inline, PolicyDocument: document }),
  );
  await root.iam.send(
    new PutRolePermissionsBoundaryCommand({ RoleName: LAKE.reader, PermissionsBoundary: limit }),
  );
  return seedPeople(endpoint, root, accountId);
}

async function seedPeople(endpoint: string, root: Clients, accountId: string): Promise<LakeSeed> {
  await createPeopleRole(root, accountId, 'reader', [READ_ALL]);
  await createPeopleRole(root, accountId, 'without-inline', [
    READ_ALL,
    { Effect: 'Deny', Action: 'iam:GetRolePolicy', Resource: '*' },
  ]);
  const keys = await createUser(root, 'ida', [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]);
  const ida = clientsFor(endpoint, keys);
  return {
    reader: await assumeRole(ida, accountId, 'reader', 'ida'),
    withoutInline: await assumeRole(ida, accountId, 'without-inline', 'ida'),
  };
}

/** Creates a managed policy of one statement, and gives its ARN. */
export async function createPolicy(root: Clients, name: string, said: Statement): Promise<string> {
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [said] });
  const { Policy } = await root.iam.send(new CreatePolicyCommand({ PolicyName: name, PolicyDocument }));
  return text(Policy?.Arn, 'Arn');
}

/** Attaches a managed policy to a role. */
export async function attach(root: Clients, RoleName: string, PolicyArn: string): Promise<void> {
  await root.iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
}
