import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json.ts';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type FileReading, readCliDocument } from './read-cli-document.ts';

const OPTIONS = { label: 'case.json', readAt: toIsoTime('2026-03-01T00:00:00.000Z') };
const ROLE = { RoleName: 'app', Arn: 'arn:aws:iam::111122223333:role/app' };
const INSTANCE = { InstanceId: 'i-1', Placement: { AvailabilityZone: 'eu-west-1a' } };

function read(document: Record<string, JsonValue>): FileReading {
  return readCliDocument(document, OPTIONS);
}

function coverageOf(inventory: Inventory, call: string): string[] {
  return inventory.coverage
    .filter((entry) => entry.call === call)
    .map((entry) =>
      [entry.status, entry.reason?.kind, entry.accountId, entry.region, entry.resource]
        .filter(Boolean)
        .join(' '),
    );
}

function coverageOfError(text: string, command = 'iam list-roles') {
  const [entry] = read({ [command]: { error: text } }).inventory.coverage;
  return { status: entry?.status, reason: entry?.reason };
}

describe('the cases', () => {
  it('are all there', () => {
    expect(CASES).toHaveLength(58);
  });

  it.each(CASES.map((one) => [one.id, one] as const))('case %i loads without loss', (id, { input }) => {
    const { inventory, notes, notUsed } = read(input);
    expect(notes).toEqual([]);
    expect(notUsed.map((one) => one.command)).toEqual(id === 85 ? ['note'] : []);
    const spoken = inventory.coverage.length + inventory.statements.length;
    expect(spoken).toBeGreaterThanOrEqual(Object.keys(input).length - notUsed.length);
  });
});

describe('a list', () => {
  it('that is whole covers its account', () => {
    const { inventory } = read({ 'iam list-roles': { Roles: [ROLE], IsTruncated: false } });
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['complete 111122223333']);
  });

  it.each<JsonValue>([
    { Roles: [ROLE], IsTruncated: true, Marker: 'x' },
    { Roles: [ROLE], NextToken: 'x' },
    { Roles: [ROLE], Marker: 'x' },
    { Role: ROLE },
    ROLE,
    { Roles: [ROLE, { Arn: 'no name' }] },
    { Roles: [ROLE, null] },
  ])('that is cut, or has unreadable entries, proves no absence: %j', (output) => {
    const { inventory } = read({ 'iam list-roles': output });
    expect(inventory.roles.map((role) => role.RoleName)).toEqual(['app']);
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['partial truncated 111122223333']);
  });

  it('in pages ends with its last page', () => {
    const first = { Roles: [ROLE], IsTruncated: true, Marker: 'x' };
    const last = { Roles: [{ ...ROLE, RoleName: 'b' }], IsTruncated: false };
    expect(coverageOf(read({ 'iam list-roles': [first, last] }).inventory, 'iam:ListRoles')).toEqual([
      'complete 111122223333',
    ]);
    expect(coverageOf(read({ 'iam list-roles': [last, first] }).inventory, 'iam:ListRoles')).toEqual([
      'partial truncated 111122223333',
    ]);
  });

  it.each([
    'ec2 describe-instances --filters Name=instance-state-name,Values=running',
    'ec2 describe-instances --instance-ids i-1',
    "ec2 describe-instances --query 'Reservations[0]'",
    'ec2 describe-instances --starting-token abc',
  ])('asked for in part stays a part: %s', (command) => {
    const { inventory } = read({ [command]: { Reservations: [{ Instances: [INSTANCE] }] } });
    expect(coverageOf(inventory, 'ec2:DescribeInstances')).toEqual(['partial truncated eu-west-1']);
  });

  it.each<JsonValue>([{}, { Something: [] }, null, ''])(
    'that is not in the output was not supplied: %j',
    (output) => {
      const { inventory } = read({ 'iam list-roles': output });
      expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['not-asked not-supplied']);
    },
  );

  it('that nobody asked for has no entry', () => {
    expect(read({ 'iam list-roles': { Roles: [] } }).inventory.coverage).toHaveLength(1);
  });

  it('that broke off keeps what came', () => {
    const { inventory } = read({
      'iam list-roles': {
        Roles: [ROLE],
        error:
          'An error occurred (Throttling) when calling the ListRoles operation (reached max retries: 4): Rate exceeded',
      },
    });
    expect(inventory.roles).toHaveLength(1);
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['partial throttled 111122223333']);
  });
});

describe('account and region', () => {
  it('come from the command when it tells them', () => {
    const { inventory } = read({
      'account 444455556666: ec2 describe-instances --region us-east-1': { Reservations: [] },
      'account 111122223333: aws iam list-roles': { Roles: [] },
    });
    expect(coverageOf(inventory, 'ec2:DescribeInstances')).toEqual(['complete 444455556666 us-east-1']);
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['complete 111122223333']);
  });

  it('of a plain command are those that the other plain commands agree on', () => {
    const { inventory } = read({
      'ec2 describe-instances': { Reservations: [{ OwnerId: '111122223333', Instances: [INSTANCE] }] },
      'ec2 describe-launch-templates': { LaunchTemplates: [{ LaunchTemplateId: 'lt-1' }] },
      'iam list-instance-profiles': { InstanceProfiles: [] },
      'account 444455556666: iam list-roles': { Roles: [] },
    });
    expect(inventory.launchTemplates[0]).toMatchObject({ accountId: '111122223333', region: 'eu-west-1' });
    expect(coverageOf(inventory, 'iam:ListInstanceProfiles')).toEqual(['complete 111122223333']);
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual(['complete 444455556666']);
  });

  it('stay open when the records disagree', () => {
    const { inventory } = read({
      'iam list-roles': { Roles: [ROLE, { RoleName: 'b', Arn: 'arn:aws:iam::444455556666:role/b' }] },
      'iam list-instance-profiles': { InstanceProfiles: [] },
    });
    expect(coverageOf(inventory, 'iam:ListInstanceProfiles')).toEqual(['complete']);
    expect(coverageOf(inventory, 'iam:ListRoles')).toEqual([
      'complete 111122223333',
      'complete 444455556666',
    ]);
  });

  it('of a host that runs as a role of another account do not claim the lists', () => {
    const { inventory } = read({
      'iam list-roles': { Roles: [ROLE] },
      'iam list-instance-profiles': { InstanceProfiles: [] },
      'sts get-caller-identity': {
        UserId: 'AROAX:i-0123',
        Account: '444455556666',
        Arn: 'arn:aws:sts::444455556666:assumed-role/x/i-0123',
      },
    });
    expect(coverageOf(inventory, 'iam:ListInstanceProfiles')).toEqual(['complete 111122223333']);
    expect(inventory.accounts[0]?.callerArn).toBeUndefined();
  });

  it('an association lies in the region of its instance', () => {
    const { inventory } = read({
      'ec2 describe-instances --region eu-west-1': { Reservations: [{ Instances: [INSTANCE] }] },
      'ec2 describe-iam-instance-profile-associations': {
        IamInstanceProfileAssociations: [{ AssociationId: 'iip-assoc-1', InstanceId: 'i-1' }],
      },
    });
    expect(inventory.associations[0]?.region).toBe('eu-west-1');
  });

  it('masked account ids are kept as they came', () => {
    const { inventory } = read({
      'iam list-roles': { Roles: [{ RoleName: 'a', Arn: 'arn:aws:iam::<account>:role/a' }] },
    });
    expect(inventory.roles[0]?.accountId).toBe('<account>');
  });
});

describe('an error', () => {
  it.each([
    [
      'An error occurred (AccessDenied) when calling the ListRoles operation: User: x is not authorized to perform: iam:ListRoles on resource: y because no identity-based policy allows the iam:ListRoles action',
      'denied',
      { kind: 'denied', permission: 'iam:ListRoles', by: 'identity' },
    ],
    [
      'An error occurred (AccessDenied) when calling the ListRoles operation: … with an explicit deny in a service control policy',
      'denied',
      { kind: 'denied', permission: 'iam:ListRoles', by: 'scp' },
    ],
    [
      'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
      'denied',
      { kind: 'denied', permission: 'iam:ListRoles', by: 'unknown' },
    ],
    [
      'An error occurred (AccessDenied) when calling the ListRoles operation: … because no permissions boundary allows the iam:ListRoles action',
      'denied',
      { kind: 'denied', permission: 'iam:ListRoles', by: 'boundary' },
    ],
    [
      'An error occurred (RequestLimitExceeded) when calling the DescribeInstances operation (reached max retries: 4): Request limit exceeded.',
      'failed',
      { kind: 'throttled' },
    ],
    [
      'An error occurred (ExpiredToken) when calling the ListRoles operation: The security token included in the request is expired',
      'failed',
      { kind: 'credentials-expired' },
    ],
    [
      'An error occurred (InvalidClientTokenId) when calling the ListRoles operation: The security token included in the request is invalid.',
      'failed',
      { kind: 'credentials-invalid' },
    ],
    [
      'An error occurred (SignatureDoesNotMatch) when calling the ListRoles operation: Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z',
      'failed',
      { kind: 'clock-skew' },
    ],
    [
      'Could not connect to the endpoint URL: "https://iam.amazonaws.com/"',
      'failed',
      { kind: 'unreachable', host: 'iam.amazonaws.com' },
    ],
    [
      'operation error IAM: ListRoles, https response error StatusCode: 403, RequestID: 1, api error AccessDenied: no',
      'denied',
      { kind: 'denied', permission: 'iam:ListRoles', by: 'unknown' },
    ],
    [
      'An error occurred (ServiceFailure) when calling the ListRoles operation: boom',
      'failed',
      { kind: 'other', code: 'ServiceFailure' },
    ],
  ])('of a read says why it brought nothing: %s', (text, status, reason) => {
    expect(coverageOfError(text)).toEqual({ status, reason });
  });

  it('as bare text, or as boto3 gives it, reads alike', () => {
    const text = 'An error occurred (AccessDenied) when calling the ListRoles operation: no';
    const denied = { kind: 'denied', permission: 'iam:ListRoles', by: 'unknown' };
    const bare = read({ 'iam list-roles': text }).inventory.coverage[0];
    const boto = read({ 'iam list-roles': { Error: { Code: 'AccessDenied', Message: 'no' } } }).inventory
      .coverage[0];
    expect([bare?.reason, boto?.reason]).toEqual([denied, denied]);
  });

  const AUTH_FAILURE =
    'An error occurred (AuthFailure) when calling the DescribeInstances operation: AWS was not able to validate the provided access credentials';

  it.each([
    ['not-opted-in', undefined, 'region-not-enabled'],
    ['opted-in', undefined, 'credentials-invalid'],
    [undefined, { Reservations: [] }, 'region-not-enabled'],
    [undefined, undefined, 'credentials-invalid'],
  ])('AuthFailure with opt-in status %s and another region answering %j means %s', (status, other, kind) => {
    const { inventory } = read({
      ...(status && {
        'ec2 describe-regions': { Regions: [{ RegionName: 'eu-south-1', OptInStatus: status }] },
      }),
      ...(other && { 'ec2 describe-instances --region eu-west-1': other }),
      'ec2 describe-instances --region eu-south-1': { error: AUTH_FAILURE },
    });
    expect(inventory.coverage.find((entry) => entry.region === 'eu-south-1')?.reason?.kind).toBe(kind);
  });

  it('of a change becomes a statement with its command, code, time and text', () => {
    const { inventory } = read({
      'ec2 run-instances --iam-instance-profile Name=x --region eu-west-1': {
        error:
          'An error occurred (InvalidParameterValue) when calling the RunInstances operation: Value (x) …',
        time: '2026-02-01T12:00:06Z',
      },
    });
    expect(inventory.statements).toMatchObject([
      {
        kind: 'error',
        command: 'ec2 run-instances --iam-instance-profile Name=x --region eu-west-1',
        code: 'InvalidParameterValue',
        operation: 'RunInstances',
        region: 'eu-west-1',
        time: '2026-02-01T12:00:06.000Z',
      },
    ]);
    expect(inventory.coverage).toEqual([]);
  });

  it('that AWS finds no such role is both: the call failed, and somebody says so', () => {
    const { inventory } = read({
      'iam get-role --role-name x': {
        error:
          'An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name x cannot be found.',
      },
    });
    expect(coverageOf(inventory, 'iam:GetRole')).toEqual(['failed other x']);
    expect(inventory.statements).toMatchObject([
      { kind: 'error', code: 'NoSuchEntity', origin: { call: 'iam:GetRole' } },
    ]);
  });
});

describe('what Rolewire has no use for', () => {
  it('is listed with the reason and harms nothing', () => {
    const { inventory, notUsed } = read({
      's3api list-buckets': { Buckets: [] },
      'iam list-users': null,
      hello: 'world',
      'ec2 run-instances': { Instances: [INSTANCE] },
      'iam list-roles': { Roles: [ROLE] },
    });
    expect(notUsed.map((one) => one.command)).toEqual([
      's3api list-buckets',
      'iam list-users',
      'hello',
      'ec2 run-instances',
    ]);
    expect(notUsed.every((one) => one.reason.endsWith('.'))).toBe(true);
    expect(inventory.roles).toHaveLength(1);
  });

  it('credentials of the metadata service are neither read nor shown', () => {
    const secret = 'AQAEALongSessionToken==';
    const result = read({
      [`curl -H "X-aws-ec2-metadata-token: ${secret}" http://169.254.169.254/latest/meta-data/iam/security-credentials/app`]:
        { AccessKeyId: 'ASIAIOSFODNN7EXAMPLE', SecretAccessKey: secret, Token: secret },
      [`curl -H 'X-aws-ec2-metadata-token: ${secret}' http://169.254.169.254/latest/meta-data/iam/info`]: {
        Code: 'Success',
      },
    });
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(JSON.stringify(result)).not.toContain('ASIAIOSFODNN7EXAMPLE');
    expect(result.notUsed).toHaveLength(1);
    expect(result.inventory.statements).toMatchObject([{ kind: 'instance-metadata', Code: 'Success' }]);
  });
});

it('the policies of a role from several commands come together', () => {
  const { inventory } = read({
    'iam list-attached-role-policies --role-name app': { AttachedPolicies: [] },
    'iam list-role-policies --role-name app': { PolicyNames: ['inline'] },
    'iam get-role-policy --role-name app --policy-name inline': {
      RoleName: 'app',
      PolicyName: 'inline',
      PolicyDocument: { Statement: [] },
    },
  });
  expect(inventory.rolePolicies).toMatchObject([
    {
      RoleName: 'app',
      AttachedPolicies: [],
      InlinePolicyNames: ['inline'],
      InlinePolicies: [{ PolicyName: 'inline' }],
    },
  ]);
});

it('policies without a role name belong to the only role of the input, and to none when there are two', () => {
  const one = read({
    'iam list-attached-role-policies': { AttachedPolicies: [] },
    'iam list-roles': { Roles: [ROLE] },
  });
  expect(one.inventory.rolePolicies.map((record) => record.RoleName)).toEqual(['app']);
  const two = read({
    'iam list-attached-role-policies': { AttachedPolicies: [] },
    'iam list-roles': { Roles: [ROLE, { RoleName: 'b' }] },
  });
  expect(two.inventory.rolePolicies).toEqual([]);
  expect(two.notes.join()).toContain('--role-name');
});

it('a table in place of the JSON of one command is named as such, and the rest is read', () => {
  const { notUsed, inventory } = read({
    'ec2 describe-instances': '-----\n|  DescribeInstances  |\n',
    'iam list-roles': { Roles: [ROLE] },
  });
  expect(notUsed).toEqual([
    {
      command: 'ec2 describe-instances',
      reason: expect.stringMatching(/^Its output is a table.*--output json/),
    },
  ]);
  expect(coverageOf(inventory, 'ec2:DescribeInstances')).toEqual(['not-asked not-supplied 111122223333']);
});

describe('when the commands were run', () => {
  it('is what the file itself tells, not how old the copy is', () => {
    const { inventory, notUsed } = read({
      time: '2026-02-01T08:30:00Z',
      'iam list-roles': { Roles: [ROLE] },
    });
    expect(notUsed).toEqual([]);
    expect([inventory.readAt, inventory.roles[0]?.origin.readAt, inventory.coverage[0]?.readAt]).toEqual(
      Array.from({ length: 3 }, () => '2026-02-01T08:30:00.000Z'),
    );
  });

  it('is not taken from what is no time', () => {
    const { inventory, notUsed } = read({ time: 'yesterday', 'iam list-roles': { Roles: [ROLE] } });
    expect(inventory.readAt).toBe(OPTIONS.readAt);
    expect(notUsed).toHaveLength(1);
  });
});
