import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';
import type { FileReading } from './read-cli-document.ts';
import { restore } from './restore.ts';

const OPTIONS = { label: 'file.json' };
const ROLE = { RoleName: 'app', Arn: 'arn:aws:iam::111122223333:role/app' };

function read(text: string): FileReading {
  const restored = restore(text, OPTIONS);
  if (!restored.ok) throw new Error(restored.error.message);
  return restored.value;
}

function page(InstanceId: string): string {
  return JSON.stringify({ Reservations: [{ Instances: [{ InstanceId }] }] });
}

function coverage(text: string): string[] {
  return read(text).inventory.coverage.map((entry) => `${entry.call} ${entry.status}`);
}

describe('bare AWS CLI output is known by its shape', () => {
  it.each([
    [{ Reservations: [] }, 'ec2:DescribeInstances complete'],
    [{ IamInstanceProfileAssociations: [] }, 'ec2:DescribeIamInstanceProfileAssociations complete'],
    [{ InstanceProfiles: [] }, 'iam:ListInstanceProfiles complete'],
    [{ InstanceProfile: { InstanceProfileName: 'a' } }, 'iam:GetInstanceProfile complete'],
    [{ Role: ROLE }, 'iam:GetRole complete'],
    [{ RoleDetailList: [] }, 'iam:GetAccountAuthorizationDetails complete'],
    [[{ ...ROLE, AssumeRolePolicyDocument: {} }], 'iam:ListRoles complete'],
    [[[{ InstanceId: 'i-1', ImageId: 'ami-1' }], [{ InstanceId: 'i-2' }]], 'ec2:DescribeInstances complete'],
    [{ ReservationId: 'r-1', OwnerId: '1', Instances: [] }, 'ec2:DescribeInstances partial'],
    [{ UserId: 'A', Account: '1', Arn: 'arn:aws:iam::1:user/x' }, 'sts:GetCallerIdentity complete'],
  ])('%j', (output, expected) => {
    expect(coverage(JSON.stringify(output))).toEqual([expected]);
  });
});

describe('several documents in one file', () => {
  it('JSON Lines are the pages of one command', () => {
    expect(read(`${page('i-1')}\n${page('i-2')}\n`).inventory.instances).toHaveLength(2);
  });

  it('documents of different commands, pasted one after another', () => {
    const text = `${JSON.stringify({ Roles: [ROLE] }, null, 2)}\n${JSON.stringify({ InstanceProfiles: [] })}`;
    expect(coverage(text)).toEqual(['iam:ListRoles complete', 'iam:ListInstanceProfiles complete']);
  });

  it('a copied terminal session, with prompts and the trace of a pager', () => {
    const text = `$ aws ec2 describe-instances --region eu-west-1\n{"Reservations": []}\n(END)\nuser@host:~$ aws iam list-roles\n{"Roles": []}\n`;
    expect(read(text).inventory.coverage).toMatchObject([
      { call: 'ec2:DescribeInstances', region: 'eu-west-1', status: 'complete' },
      { call: 'iam:ListRoles', status: 'complete' },
    ]);
  });
});

it('an object keyed by commands is never refused for what Rolewire does not know', () => {
  const { inventory, notUsed } = read('{"s3api list-buckets": {}, "__proto__": {"x": 1}, "note": "hello"}');
  expect(notUsed.map((one) => one.command)).toEqual(['s3api list-buckets', '__proto__', 'note']);
  expect(inventory.coverage).toEqual([]);
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

it.each(['null', '5', '"text"', '[]', '[1, 2]'])(
  'JSON that is nothing of AWS is refused with a remedy: %s',
  (text) => {
    const restored = restore(text, OPTIONS);
    expect(restored).toMatchObject({ ok: false, error: { kind: 'unknown-shape' } });
  },
);

describe('whatever the file holds, reading it never throws', () => {
  const COMMANDS = [
    'ec2 describe-instances',
    'ec2 describe-instances --region eu-west-1',
    'ec2 describe-iam-instance-profile-associations',
    'ec2 describe-regions',
    'ec2 describe-launch-templates',
    'ec2 describe-launch-template-versions',
    'autoscaling describe-auto-scaling-groups',
    'autoscaling describe-launch-configurations',
    'iam list-instance-profiles',
    'iam get-instance-profile',
    'iam list-instance-profiles-for-role',
    'iam list-roles',
    'iam get-role',
    'iam get-account-authorization-details',
    'iam list-attached-role-policies',
    'iam list-role-policies',
    'iam get-role-policy',
    'iam get-policy-version',
    'iam get-account-summary',
    'iam list-account-aliases',
    'sts get-caller-identity',
    'sts decode-authorization-message',
    'ssm get-service-setting',
    'elasticbeanstalk describe-configuration-settings',
    'ec2 run-instances',
    'curl http://169.254.169.254/latest/meta-data/iam/info',
  ];
  /** AWS's own field names at random places reach deeper into the readers than random keys would. */
  const FIELDS = [
    'Reservations',
    'Instances',
    'InstanceId',
    'OwnerId',
    'State',
    'Name',
    'Placement',
    'Tags',
    'Key',
    'Value',
    'IamInstanceProfile',
    'Arn',
    'Id',
    'IamInstanceProfileAssociations',
    'AssociationId',
    'Timestamp',
    'InstanceProfiles',
    'InstanceProfile',
    'InstanceProfileName',
    'Roles',
    'Role',
    'RoleName',
    'RoleDetailList',
    'InstanceProfileList',
    'RolePolicyList',
    'AttachedManagedPolicies',
    'Policies',
    'PolicyVersionList',
    'Document',
    'AttachedPolicies',
    'PolicyNames',
    'PolicyName',
    'PolicyArn',
    'PolicyDocument',
    'PolicyVersion',
    'SummaryMap',
    'LaunchTemplates',
    'LaunchTemplateVersions',
    'LaunchTemplateId',
    'VersionNumber',
    'LaunchTemplateData',
    'AutoScalingGroups',
    'AutoScalingGroupName',
    'MixedInstancesPolicy',
    'Overrides',
    'ConfigurationSettings',
    'OptionSettings',
    'OptionName',
    'Namespace',
    'ServiceSetting',
    'SettingId',
    'DecodedMessage',
    'context',
    'error',
    'Error',
    'Code',
    'time',
    'IsTruncated',
    'Marker',
    'NextToken',
    '__proto__',
    'constructor',
  ];
  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      'arn:aws:iam::111122223333:role/app',
      'arn:::',
      'An error occurred (X) when calling the Y operation: z',
      '2026-01-01T00:00:00Z',
      '{"allowed": false}',
      'i-1',
    ),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), tie('list')),
    object: fc.dictionary(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...FIELDS) }, { weight: 1, arbitrary: fc.string() }),
      tie('tree'),
      { maxKeys: 6 },
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
  }));

  it('an object of commands with any values', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...COMMANDS), tree), (document) => {
        const restored = restore(JSON.stringify(document), OPTIONS);
        expect(restored.ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('any JSON', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(typeof restore(JSON.stringify(value), OPTIONS).ok).toBe('boolean');
      }),
    );
  });

  it('any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(typeof restore(text, OPTIONS).ok).toBe('boolean');
      }),
    );
  });

  it('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = decodeBytes(bytes);
        expect(typeof (text.ok ? restore(text.value, OPTIONS) : text).ok).toBe('boolean');
      }),
    );
  });

  it('a snapshot with any inventory', () => {
    fc.assert(
      fc.property(tree, (inventory) => {
        const text = JSON.stringify({ format: 'rolewire-inventory', version: 1, inventory });
        expect(restore(text, OPTIONS)).toMatchObject({ ok: false, error: { kind: 'damaged-snapshot' } });
      }),
    );
  });
});
