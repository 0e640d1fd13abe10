import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { toArn } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { mergeInventories } from '../inventory/merge.ts';
import { REDACTED_KINDS, type RedactedKind } from '../inventory/redacted-kinds.ts';
import { matchesPattern } from '../policy/wildcard.ts';
import { anyNamedAccount, FILE, sampleAccount } from './accounts.test-data.ts';
import { createRedactors, type Redactor } from './engine.ts';

const ALL: ReadonlySet<RedactedKind> = new Set(REDACTED_KINDS);
const whole = (): Redactor => createRedactors()(ALL);

const arns = ({ roles }: Inventory) => roles.map(({ Arn }) => Arn);

const anyName = fc.stringMatching(/^[\w+=,.@-]{1,64}$/);

describe('pseudonyms of names', () => {
  test('are equal for equal names and different for different ones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { minLength: 2, maxLength: 12 }), (names) => {
        const { value } = whole();
        const hidden = names.map((name) => value('name', name));
        expect(new Set(hidden).size).toBe(names.length);
        expect(names.map((name) => value('name', name))).toEqual(hidden);
      }),
    );
  });

  test('of names that differ in letter case alone still do', () => {
    const { value } = whole();
    const names = ['Web-Server', 'web-server', 'WEB-server', 'wEb-SERVER', 'webserver', 'WebServer'];
    const hidden = names.map((name) => value('name', name).toLowerCase());
    expect(new Set(hidden.slice(0, 4)).size).toBe(1);
    expect(hidden[4]).toBe(hidden[5]);
    expect(hidden[0]).not.toBe(hidden[4]);
  });

  test('keep stems and numbers, so that like instances fold as before', () => {
    const { value } = whole();
    const [first = '', second = '', hash = ''] = ['web-1', 'web-2', 'web-0a1b2c3d'].map((name) =>
      value('name', name),
    );
    expect(first.replace(/\d+$/, '')).toBe(second.replace(/\d+$/, ''));
    expect([first.at(-1), second.at(-1)]).toEqual(['1', '2']);
    expect(hash).toMatch(/^[a-z]+-\d{8}$/);
  });

  test('fit the wildcards of policies that the names fit', () => {
    const { value } = whole();
    for (const [pattern, name, fits] of [
      ['role/app-*', 'role/app-web', true],
      ['role/App*', 'role/AppServer', true],
      ['role/*-admin', 'role/shop-admin', true],
      ['role/app-?', 'role/app-1', true],
      ['role/app-*', 'role/shop-web', false],
    ] as const) {
      const hidden = ['arn:aws:iam::*:', 'arn:aws:iam::111122223333:'].map((head, at) =>
        value('arn', head + [pattern, name][at]),
      );
      expect(matchesPattern(hidden[0] ?? '', hidden[1] ?? ''), pattern).toBe(fits);
    }
  });
});

describe('what AWS itself calls so', () => {
  test.each([
    ['arn', 'arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM'],
    ['name', 'AWSServiceRoleForAutoScaling'],
    ['name', 'aws-elasticbeanstalk-ec2-role'],
    ['name', 'EMR_EC2_DefaultRole'],
    ['name', 'ecsInstanceRole'],
    ['arn-or-name', 'service-role/AWSSystemsManagerDefaultEC2InstanceManagementRole'],
    ['arn-or-name', '$None'],
    ['account', 'XXXXXXXXXXXX'],
    ['ip', '169.254.169.254'],
    [
      'text',
      'You are not authorized to perform this operation: iam:ListRoles in eu-west-1 (t3.micro, ec2.amazonaws.com).',
    ],
  ] as const)('stays: %s %s', (rule, text) => {
    expect(whole().value(rule, text)).toBe(text);
  });
});

describe('sentences', () => {
  test('lose every ARN, id, address, account and name, be it known, quoted or announced', () => {
    const redactor = whole();
    redactor.value('name', 'billing');
    const text = redactor.text(
      "User: arn:aws:sts::111122223333:assumed-role/Support/anna@harbour.example cannot pass role shop-web to i-0abc1234def567890 (10.1.2.3) of 4444-5555-6666 with name harbour; 'tide' and billing-7 and billing, mail mira@quay.example.",
    );
    for (const word of [
      '1111',
      '4444',
      'Support',
      'anna',
      'harbour',
      'shop',
      '0abc',
      '10.1.2.3',
      'tide',
      'billing',
      'mira',
      'quay',
    ]) {
      expect(text).not.toContain(word);
    }
    expect(text).toMatch(
      /^User: arn:aws:sts::000000000001:assumed-role\/\S+ cannot pass role \S+ to i-0+1 \(240\./,
    );
  });

  test('lose what AWS encoded of a refusal', () => {
    expect(whole().text(`Encoded authorization failure message: ${'aB3-_'.repeat(60)}`)).toBe(
      'Encoded authorization failure message: (hidden)',
    );
  });
});

test('a command keeps its words and flags, and no value', () => {
  const hidden = whole().value(
    'command',
    'ec2 run-instances --image-id ami-0abc1234def567890 --iam-instance-profile Name=shop-web --key-name mira --region eu-west-1 --count 2',
  );
  expect(hidden).toMatch(
    /^ec2 run-instances --image-id ami-0+1 --iam-instance-profile Name=[a-z-]+ --key-name [a-z]+ --region eu-west-1 --count 2$/,
  );
  expect(hidden).not.toMatch(/shop|mira/);
});

describe('the switches', () => {
  const { instances } = sampleAccount();
  test.each(REDACTED_KINDS)('hide %s and leave the rest as it is', (kind) => {
    const before: Inventory = { ...sampleAccount(), instances };
    const after = createRedactors()(new Set([kind])).inventory(before);
    const [first, second] = [before, after].map(({ instances: [one] }) => ({
      accounts: one?.accountId,
      names: one?.IamInstanceProfile?.Arn?.split('/')[1],
      ids: one?.InstanceId,
      ips: one?.PrivateIpAddress,
      tags: JSON.stringify(one?.Tags?.filter(({ Key }) => Key === 'team' || Key === 'env')),
    }));
    for (const other of REDACTED_KINDS) {
      if (other === kind) expect(second?.[other], other).not.toBe(first?.[other]);
      else expect(second?.[other], other).toBe(first?.[other]);
    }
    expect(after.redacted).toEqual([kind]);
  });

  test('agree with each other: what one calls a thing the next calls it, too', () => {
    const redactors = createRedactors();
    const all = redactors(ALL).inventory(sampleAccount());
    const names = redactors(new Set(['names', 'accounts'] as const)).inventory(sampleAccount());
    expect(names.roles.map(({ Arn }) => Arn)).toEqual(all.roles.map(({ Arn }) => Arn));
  });
});

test('pseudonyms stay as they are while further parts arrive, and are the same for the same file', () => {
  fc.assert(
    fc.property(anyNamedAccount, anyNamedAccount, (first, second) => {
      const redactor = whole();
      const early = redactor.inventory(first);
      const late = redactor.inventory(mergeInventories([first, second]));
      expect(arns(late)).toEqual(expect.arrayContaining(arns(early)));
      expect(whole().inventory(first)).toEqual(early);
    }),
    { numRuns: 30 },
  );
});

test('a pseudonym on screen leads back to what AWS has to hear', () => {
  const redactor = whole();
  const arn = toArn('arn:aws:iam::111122223333:role/shop-web');
  const hidden = redactor.value('arn', arn);
  expect(hidden).not.toBe(arn);
  expect(redactor.reveal(hidden)).toBe(arn);
  expect(redactor.reveal('*')).toBe('*');
});

test('a pseudonym that comes back in a text stays what it is', () => {
  const redactor = whole();
  const arn = redactor.value('arn', 'arn:aws:iam::111122223333:role/teams/AppServer-4711-1a2b3c4d');
  const id = redactor.value('id', 'i-0abc1234def567890');
  const ip = redactor.value('ip', '10.1.2.3');
  redactor.value('name', 'appserver');
  const text = `${arn} on ${id} at ${ip}, named "${redactor.value('name', 'appserver')}"`;
  expect(redactor.text(text)).toBe(text);
  expect(redactor.text(redactor.text('role with name shop-web of 444455556666'))).toBe(
    redactor.text('role with name shop-web of 444455556666'),
  );
});

test('a policy that nobody can read is unreadable for the same reason afterwards, and holds nothing', () => {
  const broken = '%7B%22Version%22%3A%22harbour%';
  const { inventory } = readCliDocument(
    {
      'iam list-roles': {
        Roles: [
          { RoleName: 'tide', Arn: 'arn:aws:iam::111122223333:role/tide', AssumeRolePolicyDocument: broken },
        ],
      },
    },
    FILE,
  );
  const [role] = whole().inventory(inventory).roles;
  expect(role?.AssumeRolePolicyDocument).toBe('%7B%22hidden%22%');
});
