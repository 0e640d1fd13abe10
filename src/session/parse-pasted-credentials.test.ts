import { describe, expect, it } from 'vitest';
import { parsePastedCredentials } from './parse-pasted-credentials.ts';

const KEY = 'ASIAIOSFODNN7EXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TOKEN = `IQoJb3JpZ2luX2VjE${'aB3/+d'.repeat(60)}==`;
const ALL = { accessKeyId: KEY, secretAccessKey: SECRET, sessionToken: TOKEN };
const EXPIRY = { expiration: '2026-11-25T12:00:00.000Z' };
const LONG = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: SECRET };
const half = Math.floor(TOKEN.length / 2);

const json = (extra: object = {}) => ({
  AccessKeyId: KEY,
  SecretAccessKey: SECRET,
  SessionToken: TOKEN,
  Expiration: '2026-11-25T12:00:00+00:00',
  ...extra,
});

const FORMATS: readonly (readonly [string, string, object])[] = [
  [
    'export lines',
    `export AWS_ACCESS_KEY_ID="${KEY}"\nexport AWS_SECRET_ACCESS_KEY="${SECRET}"\nexport AWS_SESSION_TOKEN="${TOKEN}"`,
    ALL,
  ],
  [
    'export lines without quotes, CRLF',
    `export AWS_ACCESS_KEY_ID=${KEY}\r\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\r\nexport AWS_SESSION_TOKEN=${TOKEN}\r\n`,
    ALL,
  ],
  [
    'old Mac line ends',
    `export AWS_ACCESS_KEY_ID=${KEY}\rexport AWS_SECRET_ACCESS_KEY=${SECRET}\rexport AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
  [
    'smart quotes and a BOM',
    `\uFEFFexport AWS_ACCESS_KEY_ID=“${KEY}”\nexport AWS_SECRET_ACCESS_KEY=‘${SECRET}’\nexport AWS_SESSION_TOKEN=”${TOKEN}“`,
    ALL,
  ],
  [
    'one line',
    `export AWS_ACCESS_KEY_ID=${KEY} AWS_SECRET_ACCESS_KEY=${SECRET} AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
  [
    'one line before a command',
    `AWS_ACCESS_KEY_ID=${KEY} AWS_SECRET_ACCESS_KEY=${SECRET} AWS_SESSION_TOKEN=${TOKEN} aws ec2 describe-instances`,
    ALL,
  ],
  [
    'a shell prompt before each line',
    `$ export AWS_ACCESS_KEY_ID=${KEY}\n$ export AWS_SECRET_ACCESS_KEY=${SECRET}\n$ export AWS_SESSION_TOKEN=${TOKEN}\n$ `,
    ALL,
  ],
  [
    'PowerShell',
    `$Env:AWS_ACCESS_KEY_ID="${KEY}"\n$Env:AWS_SECRET_ACCESS_KEY="${SECRET}"\n$Env:AWS_SESSION_TOKEN="${TOKEN}"`,
    ALL,
  ],
  [
    'PowerShell on one line with a prompt',
    `PS C:\\> $env:AWS_ACCESS_KEY_ID = '${KEY}'; $env:AWS_SECRET_ACCESS_KEY = '${SECRET}'; $env:AWS_SESSION_TOKEN = '${TOKEN}'`,
    ALL,
  ],
  [
    'Set-AWSCredential',
    `Set-AWSCredential -AccessKey ${KEY} -SecretKey ${SECRET} -SessionToken ${TOKEN}`,
    ALL,
  ],
  [
    'set lines',
    `SET AWS_ACCESS_KEY_ID=${KEY}\r\nSET AWS_SECRET_ACCESS_KEY=${SECRET}\r\nSET AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
  [
    'set lines with the quotes around all',
    `set "AWS_ACCESS_KEY_ID=${KEY}"\nset "AWS_SECRET_ACCESS_KEY=${SECRET}"\nset "AWS_SESSION_TOKEN=${TOKEN}"`,
    ALL,
  ],
  [
    'set lines chained by &&',
    `set AWS_ACCESS_KEY_ID=${KEY}&& set AWS_SECRET_ACCESS_KEY=${SECRET}&& set AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
  [
    'setx lines',
    `setx AWS_ACCESS_KEY_ID ${KEY}\nsetx AWS_SECRET_ACCESS_KEY "${SECRET}"\nsetx AWS_SESSION_TOKEN ${TOKEN} /M`,
    ALL,
  ],
  [
    'fish',
    `set -gx AWS_ACCESS_KEY_ID ${KEY};\nset -gx AWS_SECRET_ACCESS_KEY '${SECRET}';\nset -x AWS_SESSION_TOKEN ${TOKEN}`,
    ALL,
  ],
  [
    'csh',
    `setenv AWS_ACCESS_KEY_ID ${KEY}\nsetenv AWS_SECRET_ACCESS_KEY ${SECRET}\nsetenv AWS_SESSION_TOKEN ${TOKEN}`,
    ALL,
  ],
  [
    'a region and the old token name',
    `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SECURITY_TOKEN=${TOKEN}\nexport AWS_DEFAULT_REGION=cn-north-1`,
    { ...ALL, region: 'cn-north-1' },
  ],
  [
    'export-credentials --format env',
    `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=${TOKEN}\nexport AWS_CREDENTIAL_EXPIRATION=2026-11-25T12:00:00+00:00`,
    { ...ALL, ...EXPIRY },
  ],
  ['export-credentials --format process', JSON.stringify({ Version: 1, ...json() }), { ...ALL, ...EXPIRY }],
  [
    'export-credentials --format fish',
    `set -gx AWS_ACCESS_KEY_ID ${KEY}\nset -gx AWS_SECRET_ACCESS_KEY ${SECRET}\nset -gx AWS_SESSION_TOKEN ${TOKEN}\nset -gx AWS_CREDENTIAL_EXPIRATION 2026-11-25T12:00:00+00:00`,
    { ...ALL, ...EXPIRY },
  ],
  [
    'assume-role',
    JSON.stringify(
      {
        Credentials: json(),
        AssumedRoleUser: { AssumedRoleId: 'AROA1:me', Arn: 'arn:aws:sts::1:assumed-role/a/me' },
      },
      null,
      4,
    ),
    { ...ALL, ...EXPIRY },
  ],
  [
    'assume-role with the command above it',
    `$ aws sts assume-role --role-arn arn:aws:iam::111122223333:role/x\n${JSON.stringify({ Credentials: json() }, null, 2)}\n$`,
    { ...ALL, ...EXPIRY },
  ],
  [
    'assume-role with a wrapped token',
    JSON.stringify({ Credentials: json() }, null, 2).replace(
      TOKEN,
      `${TOKEN.slice(0, half)}\n${TOKEN.slice(half)}`,
    ),
    { ...ALL, ...EXPIRY },
  ],
  [
    'Cognito get-credentials-for-identity',
    JSON.stringify({
      IdentityId: 'eu-west-1:1',
      Credentials: { AccessKeyId: KEY, SecretKey: SECRET, SessionToken: TOKEN, Expiration: 1795608000 },
    }),
    { ...ALL, ...EXPIRY },
  ],
  [
    'JSON of an identity provider with inner JSON',
    JSON.stringify({ Version: 1, ...json({ Expiration: undefined }) }),
    ALL,
  ],
  [
    'YAML output',
    `Credentials:\n  AccessKeyId: ${KEY}\n  Expiration: '2026-11-25T12:00:00+00:00'\n  SecretAccessKey: ${SECRET}\n  SessionToken: ${TOKEN}\n`,
    { ...ALL, ...EXPIRY },
  ],
  [
    'text output',
    `CREDENTIALS\t${KEY}\t2026-11-25T12:00:00+00:00\t${SECRET}\t${TOKEN}\n`,
    { ...ALL, ...EXPIRY },
  ],
  ['three bare lines', `${KEY}\n${SECRET}\n${TOKEN}`, ALL],
  [
    'XML of the STS API',
    `<Credentials><AccessKeyId>${KEY}</AccessKeyId><SecretAccessKey>${SECRET}</SecretAccessKey><SessionToken>${TOKEN}</SessionToken></Credentials>`,
    ALL,
  ],
  [
    'create-access-key',
    JSON.stringify({
      AccessKey: {
        UserName: 'bob',
        Status: 'Active',
        AccessKeyId: LONG.accessKeyId,
        SecretAccessKey: SECRET,
      },
    }),
    LONG,
  ],
  ["the console's CSV file", `Access key ID,Secret access key\n${LONG.accessKeyId},${SECRET}`, LONG],
  [
    'a credentials-file block',
    `[default]\naws_access_key_id = ${KEY}\naws_secret_access_key = ${SECRET}\naws_session_token = ${TOKEN}\nregion = eu-west-1\n`,
    { ...ALL, region: 'eu-west-1' },
  ],
  [
    'a block without its header, indented, with comments',
    `  # from the portal\n  aws_access_key_id=${KEY}\n  aws_secret_access_key=${SECRET}\n  aws_session_token=${TOKEN}`,
    ALL,
  ],
  [
    'a token broken over three lines by the terminal',
    `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=${TOKEN.slice(0, 80)}\n${TOKEN.slice(80, 160)}\n${TOKEN.slice(160)}\n`,
    ALL,
  ],
  [
    'a quoted token broken over two lines',
    `export AWS_ACCESS_KEY_ID="${KEY}"\nexport AWS_SECRET_ACCESS_KEY="${SECRET}"\nexport AWS_SESSION_TOKEN="${TOKEN.slice(0, 80)}\n${TOKEN.slice(80)}"`,
    ALL,
  ],
  [
    'long-lived keys',
    `export AWS_ACCESS_KEY_ID=${LONG.accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=\n`,
    LONG,
  ],
  [
    'keys of a local AWS-compatible server',
    'export AWS_ACCESS_KEY_ID=111111111111\nexport AWS_SECRET_ACCESS_KEY=test',
    { accessKeyId: '111111111111', secretAccessKey: 'test' },
  ],
  [
    'the last of two pastes',
    `export AWS_ACCESS_KEY_ID=ASIAOLD\nexport AWS_SECRET_ACCESS_KEY=old\nexport AWS_SESSION_TOKEN=old\nexport AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
  [
    'docker flags',
    `docker run -e AWS_ACCESS_KEY_ID=${KEY} -e AWS_SECRET_ACCESS_KEY=${SECRET} -e AWS_SESSION_TOKEN=${TOKEN} image`,
    ALL,
  ],
  [
    'invisible marks inside',
    `export AWS_ACCESS_KEY_ID=\u200E${KEY}\u200B\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\u00A0\nexport AWS_SESSION_TOKEN=${TOKEN}`,
    ALL,
  ],
];

describe('a paste of credentials is understood', () => {
  it.each(FORMATS)('%s', (_name, text, expected) => {
    const parsed = parsePastedCredentials(text);
    expect(parsed).toEqual({ ok: true, value: { kind: 'one', credentials: expected } });
  });

  it('offers a choice when a credentials file has several complete profiles', () => {
    const block = (name: string, key: string) =>
      `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = ${SECRET}\n`;
    const parsed = parsePastedCredentials(
      `${block('default', 'AKIA1')}\n[empty]\nregion = eu-west-1\n\n${block('profile ops', 'AKIA2')}`,
    );
    expect(parsed).toEqual({
      ok: true,
      value: {
        kind: 'choice',
        profiles: [
          { name: 'default', credentials: { accessKeyId: 'AKIA1', secretAccessKey: SECRET } },
          { name: 'ops', credentials: { accessKeyId: 'AKIA2', secretAccessKey: SECRET } },
        ],
      },
    });
  });

  it('leaves out an expiration or region that it cannot read', () => {
    const parsed = parsePastedCredentials(
      `AWS_ACCESS_KEY_ID=a\nAWS_SECRET_ACCESS_KEY=b\nAWS_REGION=<img>\nAWS_CREDENTIAL_EXPIRATION=soon`,
    );
    expect(parsed).toEqual({
      ok: true,
      value: { kind: 'one', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
    });
  });
});

const REFUSED: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
  ['nothing', ' \n\uFEFF', 'empty', [], []],
  ['prose', 'Please send me your credentials, thanks', 'not-recognised', [], []],
  [
    'an AWS error',
    'An error occurred (ExpiredToken) when calling the AssumeRole operation: expired',
    'not-recognised',
    [],
    [],
  ],
  ['JSON of another command', '{"Reservations": []}', 'not-recognised', [], []],
  [
    'half of a JSON',
    `{"Credentials": {"AccessKeyId": "${KEY}", "SecretAcc`,
    'incomplete',
    ['accessKeyId'],
    ['secretAccessKey', 'sessionToken'],
  ],
  [
    'a key alone',
    `export AWS_ACCESS_KEY_ID=${KEY}`,
    'incomplete',
    ['accessKeyId'],
    ['secretAccessKey', 'sessionToken'],
  ],
  [
    'temporary keys without their token',
    `AWS_ACCESS_KEY_ID=${KEY}\nAWS_SECRET_ACCESS_KEY=${SECRET}`,
    'incomplete',
    ['accessKeyId', 'secretAccessKey'],
    ['sessionToken'],
  ],
  [
    'names without values',
    'export AWS_ACCESS_KEY_ID=\nexport AWS_SECRET_ACCESS_KEY=\n',
    'incomplete',
    [],
    ['accessKeyId', 'secretAccessKey'],
  ],
  [
    'variables',
    'AWS_ACCESS_KEY_ID=$KEY\nAWS_SECRET_ACCESS_KEY=$SECRET',
    'unusable-value',
    ['accessKeyId', 'secretAccessKey'],
    [],
  ],
  [
    'a masked secret',
    `access_key = AKIA1\nsecret_key = ****************YKEY`,
    'unusable-value',
    ['accessKeyId', 'secretAccessKey'],
    [],
  ],
  [
    'letters that no key has',
    `AWS_ACCESS_KEY_ID=a\nAWS_SECRET_ACCESS_KEY=пароль`,
    'unusable-value',
    ['accessKeyId', 'secretAccessKey'],
    [],
  ],
  ['a book', 'AWS_ACCESS_KEY_ID=a '.repeat(50_000), 'too-long', [], []],
];

describe('a paste that cannot be used says what was recognised and what is missing', () => {
  it.each(REFUSED)('%s', (_name, text, kind, recognised, missing) => {
    const parsed = parsePastedCredentials(text);
    expect(parsed.ok ? parsed : parsed.error).toMatchObject({ kind, recognised, missing });
  });

  it.each(REFUSED)('%s: repeats no value', (_name, text) => {
    const parsed = parsePastedCredentials(text);
    const shown = JSON.stringify(parsed);
    for (const secret of [KEY, SECRET, TOKEN, 'пароль', '$SECRET', 'YKEY'])
      expect(shown).not.toContain(secret);
  });

  it('ends at once on text made to slow a parser down', () => {
    const hostile = [
      '"'.repeat(200_000),
      '{'.repeat(200_000),
      'aws_'.repeat(100_000),
      '['.repeat(200_000),
      `a${' '.repeat(200_000)}b`,
    ];
    for (const text of hostile) expect(parsePastedCredentials(text).ok).toBe(false);
  });
});
