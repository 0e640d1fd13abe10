import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { JsonValue } from '../base/json.ts';
import { allowanceOf } from './limits.ts';
import { FileLoad } from './load-files.ts';
import { parseYaml } from './parse-yaml.ts';
import type { FileReading } from './read-cli-document.ts';
import { type InputAnswer, readInput } from './read-input.ts';

const ACCOUNT = '111122223333';
const PROFILE_ARN = `arn:aws:iam::${ACCOUNT}:instance-profile/web`;
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/app`;

function answer(content: string | Uint8Array, name = 'a.json'): InputAnswer {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const [only, ...more] = readInput({ name, bytes }, allowanceOf());
  if (only === undefined || more.length > 0) throw new Error(`${more.length + 1} answers`);
  return only;
}

function read(content: string | Uint8Array, name?: string): FileReading {
  const { result } = answer(content, name);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function coverage(reading: FileReading): readonly string[] {
  return reading.inventory.coverage.map(({ call, region, status }) =>
    [call, region, status].filter(Boolean).join(' '),
  );
}

function instances(zone = 'eu-west-1a', id = 'i-0a1b2c3d4e5f67890'): JsonValue {
  const Instances = [{ InstanceId: id, ImageId: 'ami-1', Placement: { AvailabilityZone: zone } }];
  return { Reservations: [{ OwnerId: ACCOUNT, Instances }] };
}

/** As version 2 of the AWS CLI prints it: lists at the indent of their key, long texts folded, digits in quotes. */
const YAML = `InstanceProfiles:
- Arn: ${PROFILE_ARN}
  CreateDate: '2026-01-01T00:00:00+00:00'
  InstanceProfileId: AIPAEXAMPLEWEB0000001
  InstanceProfileName: web
  Path: /
  Roles:
  - Arn: ${ROLE_ARN}
    AssumeRolePolicyDocument:
      Statement:
      - Action: sts:AssumeRole
        Effect: Allow
        Principal:
          Service: ec2.amazonaws.com
      Version: '2012-10-17'
    Description: 'Lets the shop read its pictures: see the page on access, and ask
      before you change it'
    RoleId: AROAEXAMPLEAPP0000001
    RoleName: app
  Tags: []
`;

describe('YAML', () => {
  test('of the AWS CLI gives what its JSON gives', () => {
    const { inventory } = read(YAML);
    expect(coverage(read(YAML))).toEqual(['iam:ListInstanceProfiles complete']);
    expect(inventory.instanceProfiles).toMatchObject([
      { InstanceProfileName: 'web', accountId: ACCOUNT, Tags: [], Roles: [{ RoleName: 'app' }] },
    ]);
    expect(inventory.instanceProfiles[0]?.Roles?.[0]?.Description).toContain('ask before you change it');
    expect(read(JSON.stringify(valueOf(YAML)))).toEqual(read(YAML));
  });

  test('in pages, as --output yaml-stream prints it, is one list', () => {
    const pages = ['i-00000001', 'i-00000002'].map((id) => stringify([instances('eu-west-1a', id)]));
    expect(read(pages.join('')).inventory.instances).toHaveLength(2);
  });

  test('in several documents, of one command or of two', () => {
    const text = `${YAML}---\n${stringify(instances())}`;
    expect(coverage(read(text))).toEqual([
      'iam:ListInstanceProfiles complete',
      'ec2:DescribeInstances eu-west-1 complete',
    ]);
    expect(
      read(`${stringify(instances())}---\n${stringify(instances('eu-west-1b', 'i-2'))}`).inventory.instances,
    ).toHaveLength(2);
  });

  test('without the end of its last line may be cut off, so no list is known to be whole', () => {
    expect(coverage(read(YAML.trimEnd()))).toEqual(['iam:ListInstanceProfiles partial']);
  });

  test('keyed by command, with the error of one that was denied', () => {
    const text = stringify({
      'iam list-roles': { Roles: [] },
      'iam list-instance-profiles': {
        error: 'An error occurred (AccessDenied) when calling the ListInstanceProfiles operation: no',
      },
    });
    expect(coverage(read(text))).toEqual(['iam:ListRoles complete', 'iam:ListInstanceProfiles denied']);
  });

  const many = Array.from({ length: 3_200 }, (_, i) => ({
    InstanceProfileName: `profile-${i}`,
    Path: i % 7 === 0 ? '/a: b/' : '/',
    Roles: [
      {
        RoleName: `role-${i}`,
        Description: i % 5 === 0 ? `first\n\n- second # ${'long '.repeat(30)}\n  third {` : 'x',
        Tags: [],
      },
    ],
    Tags: [{ Key: '- k', Value: "it's" }],
  }));
  test.each([
    ['a map with a list', stringify({ InstanceProfiles: many, IsTruncated: false })],
    [
      'a map with its list at the margin',
      stringify({ InstanceProfiles: many, IsTruncated: false }, { indentSeq: false }),
    ],
    ['a list at the margin', stringify(many)],
    [
      'two documents',
      `${stringify({ InstanceProfiles: many.slice(0, 1_000) })}---\n${stringify({ Roles: many.slice(1_000) })}`,
    ],
    ['a map with CRLF', stringify({ InstanceProfiles: many }, { indentSeq: false }).replaceAll('\n', '\r\n')],
  ])('that is large, %s, is the same when it is taken apart', (name, text) => {
    expect(text.length).toBeGreaterThan(500_000);
    const expected: Readonly<Record<string, JsonValue>> = {
      'a map with a list': { InstanceProfiles: many, IsTruncated: false },
      'a map with its list at the margin': { InstanceProfiles: many, IsTruncated: false },
      'a list at the margin': many,
      'two documents': [{ InstanceProfiles: many.slice(0, 1_000) }, { Roles: many.slice(1_000) }],
      'a map with CRLF': { InstanceProfiles: many },
    };
    expect(valueOf(text)).toEqual(expected[name]);
  });
});

function valueOf(yaml: string): JsonValue {
  const parsed = parseYaml(yaml);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value.length === 1 ? (parsed.value[0] ?? null) : parsed.value;
}

describe('encodings', () => {
  const text = JSON.stringify({ Roles: [{ RoleName: 'app', Description: 'Größe' }] });
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little-endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 little-endian without', Buffer.from(text, 'utf16le')],
    ['UTF-16 big-endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 big-endian without', Buffer.from(text, 'utf16le').swap16()],
    ['the Windows code page', Buffer.from(text, 'latin1')],
    ['gzip of UTF-16', gzipSync(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ])('%s', (_, bytes) => {
    expect(read(bytes).inventory.roles).toMatchObject([{ Description: 'Größe' }]);
  });
});

describe('what --query leaves', () => {
  const ID = 'i-0a1b2c3d4e5f67890';
  const OTHER = 'i-0a1b2c3d4e5f67891';

  test('rows of values: the instance and its profile are known by their form', () => {
    const { inventory, notes } = read(JSON.stringify([[[ID, 'web-1', PROFILE_ARN]], [[OTHER, null, null]]]));
    expect(inventory.instances).toMatchObject([
      { InstanceId: ID, accountId: ACCOUNT, IamInstanceProfile: { Arn: PROFILE_ARN } },
      { InstanceId: OTHER },
    ]);
    expect(notes[0]).toContain('2 rows of a --query result');
    expect(coverage(read(JSON.stringify([[ID, PROFILE_ARN]])))).toEqual(['ec2:DescribeInstances partial']);
  });

  test('objects with other names', () => {
    const { inventory } = read(
      JSON.stringify([
        {
          Id: ID,
          Profile: { Arn: PROFILE_ARN, Id: 'AIPAEXAMPLEWEB0000001' },
          AZ: 'eu-west-1a',
          S: 'running',
        },
      ]),
    );
    expect(inventory.instances).toMatchObject([
      { region: 'eu-west-1', State: 'running', IamInstanceProfile: { Id: 'AIPAEXAMPLEWEB0000001' } },
    ]);
  });

  test('objects of which only some fields have other names', () => {
    const { inventory } = read(
      JSON.stringify([
        { InstanceId: ID, Profile: PROFILE_ARN },
        { InstanceId: OTHER, Profile: null },
      ]),
    );
    expect(inventory.instances).toMatchObject([
      { IamInstanceProfile: { Arn: PROFILE_ARN } },
      { InstanceId: OTHER },
    ]);
  });

  test.each([
    ['names', ['app']],
    ['ARNs', [ROLE_ARN]],
    ['the only one', 'app'],
  ])('profiles whose roles are left as %s', (_, Roles) => {
    const { inventory } = read(JSON.stringify([{ InstanceProfileName: 'web', Roles }]));
    expect(inventory.instanceProfiles).toMatchObject([
      { InstanceProfileName: 'web', Roles: [{ RoleName: 'app' }] },
    ]);
  });

  test('profiles with their roles', () => {
    const { inventory } = read(
      JSON.stringify([
        [PROFILE_ARN, [ROLE_ARN]],
        [`${PROFILE_ARN}2`, []],
      ]),
    );
    expect(inventory.instanceProfiles).toMatchObject([
      { InstanceProfileName: 'web', Roles: [{ RoleName: 'app', Arn: ROLE_ARN }] },
      { InstanceProfileName: 'web2', Roles: [] },
    ]);
  });

  test('associations', () => {
    const row = ['iip-assoc-0a1b2c3d4e5f67890', ID, PROFILE_ARN];
    expect(read(JSON.stringify([row])).inventory.associations).toMatchObject([{ InstanceId: ID }]);
  });

  test.each([
    ['instances without their profile', [[ID, 'web-1']], 'aws ec2 describe-instances --output json'],
    [
      'whole names, but no profile',
      [{ InstanceId: ID, InstanceType: 't3.micro' }],
      'aws ec2 describe-instances',
    ],
    ['profiles without their roles', [[PROFILE_ARN]], 'aws iam list-instance-profiles'],
  ])('%s prove nothing: the command to run instead is named', (_, rows, command) => {
    const { result } = answer(JSON.stringify(rows));
    expect(!result.ok && result.error.command).toContain(command);
  });

  test('whole records in a bare list are whole records', () => {
    const list = [{ InstanceId: ID, ImageId: 'ami-1', Placement: { AvailabilityZone: 'eu-west-1a' } }];
    expect(coverage(read(JSON.stringify(list)))).toEqual(['ec2:DescribeInstances eu-west-1 complete']);
  });
});

describe('a copied terminal session', () => {
  test('with prompts of several shells, errors, YAML and a pager', () => {
    const text = `[ec2-user@ip-10-0-0-1 ~]$ aws ec2 describe-instances \\
    --region eu-west-1
${JSON.stringify(instances(), undefined, 4)}
(END)
PS C:\\> aws iam list-roles

An error occurred (AccessDenied) when calling the ListRoles operation: no

user@host:~$ aws iam list-instance-profiles --output yaml
${YAML}
user@host:~$ `;
    expect(coverage(read(text))).toEqual([
      'ec2:DescribeInstances eu-west-1 complete',
      'iam:ListRoles denied',
      'iam:ListInstanceProfiles complete',
    ]);
  });

  test('whose last output breaks off proves no list to be whole', () => {
    const text = `${JSON.stringify({ Roles: [] })}\n{"Roles": [{"RoleName": "a`;
    expect(coverage(read(text))).toEqual(['iam:ListRoles partial']);
    expect(read(text).notes[0]).toContain('breaks off');
  });

  test('a table in it costs nothing else, and is told', () => {
    const text = `$ aws iam list-roles\n${JSON.stringify({ Roles: [] })}\n$ aws ec2 describe-instances --output table\n-----\n|DescribeInstances|\n-----\n`;
    expect(coverage(read(text))).toEqual(['iam:ListRoles complete']);
    expect(read(text).notes[0]).toContain('--output table');
  });
});

test('half of a file is answered with the command that prints the whole, for the region in its name', () => {
  const { result } = answer('{"Reservations": [{"Instances": [{"Inst', 'dump/eu-north-1.json');
  expect(!result.ok && result.error).toMatchObject({
    kind: 'cut-off',
    command:
      'aws ec2 describe-instances --region eu-north-1 --output json > describe-instances-eu-north-1.json',
  });
});

describe('what is no output', () => {
  test.each([
    [
      'a table',
      '------\n|  ListInstanceProfiles  |\n+------+',
      'aws iam list-instance-profiles --output json > list-instance-profiles.json',
    ],
    [
      'a table of a query',
      '-----\n|  i-0a1b2c3d4e5f67890 |  web |\n-----',
      'aws ec2 describe-instances --output json > describe-instances.json',
    ],
    [
      'text',
      'RESERVATIONS\t111122223333\tr-1\nINSTANCES\t0\tx86_64',
      'aws ec2 describe-instances --output json > describe-instances.json',
    ],
    [
      'text of a query',
      `${PROFILE_ARN}\tweb\n`,
      'aws iam list-instance-profiles --output json > list-instance-profiles.json',
    ],
  ])('%s is answered with the command to run instead', (_, text, command) => {
    const { result } = answer(text);
    expect(!result.ok && result.error).toMatchObject({ kind: 'other-output', command });
  });

  test.each([
    [
      'Unable to locate credentials. You can configure credentials by running "aws configure".',
      'aws sso login',
    ],
    ['bash: aws: command not found', 'CloudShell'],
    [
      '\nusage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\naws: error: argument operation: Invalid choice',
      'Check it',
    ],
    ['You must specify a region. You can also configure your region by running "aws configure".', '--region'],
    ['Error when retrieving token from sso: Token has expired and refresh failed', 'aws sso login'],
    ['<!DOCTYPE html><html></html>', '--output json'],
  ])('%s is told with what to do', (text, todo) => {
    const { result } = answer(text);
    expect(!result.ok && result.error.remedy).toContain(todo);
  });

  test('the error of a call that draws the picture is that call, denied, in the account of who was turned away', () => {
    const text = `\nAn error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation. User: arn:aws:iam::${ACCOUNT}:user/mira is not authorized to perform: ec2:DescribeInstances\n`;
    expect(read(text, 'instances-eu-west-1.txt').inventory.coverage).toMatchObject([
      { call: 'ec2:DescribeInstances', accountId: ACCOUNT, region: 'eu-west-1', status: 'denied' },
    ]);
  });

  test('the error of a launch is what AWS said of it', () => {
    const text =
      'An error occurred (InvalidParameterValue) when calling the RunInstances operation: Value (web) for parameter iamInstanceProfile.name is invalid.';
    expect(read(text).inventory.statements).toMatchObject([{ kind: 'error', operation: 'RunInstances' }]);
  });

  test.each([
    [
      'a file of credentials',
      '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG',
    ],
    ['an answer of STS', '{"Credentials": {"SecretAccessKey": "wJalrXUtnFEMI/K7MDENG"}}'],
  ])('%s is turned away, and nothing of it repeated', (_, text) => {
    const { result } = answer(text);
    expect(!result.ok && result.error.kind).toBe('credentials');
    expect(JSON.stringify(result)).not.toContain('wJalr');
  });
});

describe('one file a region', () => {
  const templates = JSON.stringify({
    LaunchTemplates: [{ LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web' }],
  });

  test.each([
    ['launch-templates-eu-west-1.json', 'eu-west-1'],
    ['dump/us-gov-west-1/templates.json', 'us-gov-west-1'],
    ['111122223333_ap-southeast-2_lt.json', 'ap-southeast-2'],
    ['EU-CENTRAL-1.txt', 'eu-central-1'],
    ['templates.json', undefined],
    ['us-east-1-and-us-west-2.json', undefined],
    ['my-web-1.json', undefined],
  ])('%s is of %s where nothing in it tells', (name, region) => {
    expect(read(templates, name).inventory.launchTemplates[0]?.region).toBe(region);
  });

  test('what is in a file goes before its name', () => {
    expect(
      read(JSON.stringify(instances('eu-west-1a')), 'us-east-1.json').inventory.instances[0]?.region,
    ).toBe('eu-west-1');
  });
});

describe('files that are opened together', () => {
  test('tell each other account and region', () => {
    const load = new FileLoad();
    const add = (name: string, value: JsonValue) => load.add({ name, bytes: strToU8(JSON.stringify(value)) });
    add('instances.json', instances());
    add('associations.json', {
      IamInstanceProfileAssociations: [{ AssociationId: 'iip-assoc-1', InstanceId: 'i-0a1b2c3d4e5f67890' }],
    });
    add('templates.json', { LaunchTemplates: [{ LaunchTemplateId: 'lt-1' }] });
    const inventory = load.result().reading?.inventory;
    expect(inventory?.associations).toMatchObject([{ accountId: ACCOUNT, region: 'eu-west-1' }]);
    expect(inventory?.launchTemplates).toMatchObject([{ accountId: ACCOUNT }]);
    expect(inventory?.coverage.map(({ call, accountId, region }) => [call, accountId, region])).toEqual([
      ['ec2:DescribeInstances', ACCOUNT, 'eu-west-1'],
      ['ec2:DescribeIamInstanceProfileAssociations', ACCOUNT, 'eu-west-1'],
      ['ec2:DescribeLaunchTemplates', ACCOUNT, undefined],
    ]);
  });

  test('of two accounts lend nothing to what names none', () => {
    const load = new FileLoad();
    const other = JSON.stringify(instances('eu-west-1a', 'i-1')).replace(ACCOUNT, '444455556666');
    for (const text of [
      JSON.stringify(instances()),
      other,
      '{"LaunchTemplates": [{"LaunchTemplateId": "lt-1"}]}',
    ])
      load.add({ name: 'a.json', bytes: strToU8(text) });
    expect(load.result().reading?.inventory.launchTemplates[0]?.accountId).toBeUndefined();
  });
});
