import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  CreateUserCommand,
  GetAccountAuthorizationDetailsCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListInstanceProfilesCommand,
} from '@aws-sdk/client-iam';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { accessFiles } from '../../src/access/access-files.ts';
import { ACCESS_TIERS } from '../../src/access/access-tier.ts';
import { readPolicy, trustPolicy } from '../../src/access/customer-role.ts';
import { exampleRequest } from '../../src/access/example-request.ts';
import { type Credentials, clientsFor } from '../seeds/clients.ts';
import { createUser } from '../seeds/steps.ts';
import { MINISTACK_URL } from '../servers/addresses.ts';
import { ROOT, VENV } from '../servers/folders.ts';

/**
 * What the access page makes, read by the parsers of its languages and run as a customer would. AWS is MiniStack, which
 * checks the trust policy with its external ID and the policy of the role.
 */
const CUSTOMER = rootOf('777788889999');
const OUR_ACCOUNT = '666677778888';

/** The schema of cfn-lint knows principals of these alone; the templates of the others differ in nothing but the id. */
const LINTED_PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;

test('cfn-lint has nothing to say about the template of any tier', () => {
  const folder = test.info().outputPath('templates');
  mkdirSync(folder, { recursive: true });
  for (const partition of LINTED_PARTITIONS) {
    for (const tier of ACCESS_TIERS) {
      const { cloudFormation } = accessFiles(exampleRequest({ partition, tier }));
      writeFileSync(`${folder}/${partition}-${tier}.yaml`, cloudFormation.text);
    }
  }
  const lint = run(`${VENV}/bin/cfn-lint`, ['--include-checks', 'W', 'E', '--', `${folder}/*.yaml`]);
  expect(lint).toEqual({ status: 0, output: '' });
});

test('CloudFormation, Terraform and PowerShell make the same role', () => {
  const request = exampleRequest({
    tier: 'simulation',
    principal: 'arn:aws:iam::111122223333:role/support/rolewire',
  });
  const folder = test.info().outputPath('files');
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of Object.values(accessFiles(request))) writeFileSync(`${folder}/${name}`, text);
  const reader = run(`${VENV}/bin/python`, [`${ROOT}/e2e/access/read_access_files.py`, folder]);
  expect(reader.status, reader.output).toBe(0);
  const wanted = flat({ trust: trustPolicy(request), read: readPolicy(request) });
  const found: unknown = JSON.parse(reader.output);
  expect(flat(found)).toEqual({ cloudFormation: wanted, terraform: wanted, powerShell: wanted });
});

test.describe('the AWS CLI commands, run by the customer', () => {
  for (const tier of ACCESS_TIERS) {
    test(`tier ${tier}: we get in with the external ID, see what it says and no more, until it is taken away`, async () => {
      const name = `rolewire-${tier}`;
      const us = await lookerOf(name);
      const request = exampleRequest({
        tier,
        principal: `arn:aws:iam::${OUR_ACCOUNT}:user/${name}`,
        // Every kind of character that AWS allows, for the shell to carry.
        roleName: `${tier}+=,.@-_Read`,
      });
      const script = test.info().outputPath('access.sh');
      const { text } = accessFiles(request).bash;
      writeFileSync(script, text);
      expect(run('bash', ['-n', script])).toEqual({ status: 0, output: '' });
      const roleArn = `arn:aws:iam::${CUSTOMER.accessKeyId}:role/${request.roleName}`;
      expect(asCustomer('bash', [script])).toEqual({ status: 0, output: `${roleArn}\n` });

      const made = await roleOf(request.roleName);
      expect(made).toEqual({
        trust: trustPolicy(request),
        read: readPolicy(request),
        seconds: request.sessionSeconds,
      });

      await expect(assume(us, roleArn)).rejects.toThrow(/not authorized/);
      await expect(assume(us, roleArn, 'rolewire-wrong')).rejects.toThrow(/not authorized/);
      const inside = clientsFor(MINISTACK_URL, await assume(us, roleArn, request.externalId));
      await expect(inside.iam.send(new ListInstanceProfilesCommand({}))).resolves.toBeDefined();
      await expect(inside.iam.send(new CreateUserCommand({ UserName: 'intruder' }))).rejects.toThrow(
        /not authorized/,
      );
      const details = inside.iam.send(new GetAccountAuthorizationDetailsCommand({}));
      if (tier === 'graph') await expect(details).rejects.toThrow(/not authorized/);
      else await expect(details).resolves.toBeDefined();

      const undo = /^# {3}(aws iam delete-role-policy .*)$/m.exec(text)?.[1] ?? '';
      expect(asCustomer('bash', ['-c', undo])).toEqual({ status: 0, output: '' });
      await expect(assume(us, roleArn, request.externalId)).rejects.toThrow();
    });
  }
});

/** Someone on our side who may assume roles of other accounts. */
function lookerOf(name: string): Promise<Credentials> {
  const ourRoot = clientsFor(MINISTACK_URL, rootOf(OUR_ACCOUNT));
  return createUser(ourRoot, name, [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]);
}

async function assume(us: Credentials, roleArn: string, externalId?: string): Promise<Credentials> {
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: 'rolewire',
    ExternalId: externalId,
  });
  const { Credentials: given } = await clientsFor(MINISTACK_URL, us).sts.send(command);
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken,
  };
}

/** The role as AWS keeps it. */
async function roleOf(roleName: string) {
  const { iam } = clientsFor(MINISTACK_URL, CUSTOMER);
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: roleName }));
  const policy = await iam.send(new GetRolePolicyCommand({ RoleName: roleName, PolicyName: 'RolewireRead' }));
  return {
    trust: decoded(Role?.AssumeRolePolicyDocument),
    read: decoded(policy.PolicyDocument),
    seconds: Role?.MaxSessionDuration,
  };
}

function decoded(document: string | undefined): unknown {
  return JSON.parse(decodeURIComponent(document ?? ''));
}

function rootOf(accountId: string): Credentials {
  return { accessKeyId: accountId, secretAccessKey: 'test' };
}

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

function asCustomer(command: string, args: readonly string[]): Outcome {
  return run(command, args, {
    PATH: `${VENV}/bin:${process.env['PATH'] ?? ''}`,
    AWS_ENDPOINT_URL: MINISTACK_URL,
    AWS_ACCESS_KEY_ID: CUSTOMER.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CUSTOMER.secretAccessKey,
    AWS_SESSION_TOKEN: '',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status: done.status, output: done.stdout + done.stderr };
}

const LIST_OF_ONE = v.tuple([v.string()]);

/** IAM takes a list of one text for the text itself; here both are the text. */
function flat(value: unknown): unknown {
  if (v.is(LIST_OF_ONE, value)) return value[0];
  if (Array.isArray(value)) return value.map(flat);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, flat(inner)]));
}
