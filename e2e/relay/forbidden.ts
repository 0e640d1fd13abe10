import type { Asked } from './asked.ts';

/** A request that no relay may pass on: what is changed of one that it would pass. */
export interface Forbidden {
  readonly name: string;
  readonly change: Partial<Omit<Asked, 'headers'>> & {
    readonly headers?: Readonly<Record<string, string | undefined>>;
  };
}

/** Each of these is refused, and nothing of it reaches AWS or any other host. */
export const FORBIDDEN: readonly Forbidden[] = [
  ...[
    '/aws/evil.example/',
    '/aws/169.254.169.254/',
    '/aws/localhost/',
    '/aws/127.0.0.1:25660/',
    '/aws/s3.amazonaws.com/',
    '/aws/secretsmanager.us-east-1.amazonaws.com/',
    '/aws/iam.amazonaws.com.evil.example/',
    '/aws/evil.example?iam.amazonaws.com/',
    '/aws/evil.example#iam.amazonaws.com/',
    '/aws/iam.amazonaws.com@evil.example/',
    '/aws/iam.amazonaws.com:25660/',
    '/aws/IAM.amazonaws.com/',
    '/aws/iam.amazonaws.com./',
    '/aws/%69am.amazonaws.com/',
    '/aws/iam.amazonaws.com%2F',
    '/aws/iam.amazonaws.com%00/',
    '/aws//iam.amazonaws.com/',
    '/aws//evil.example/',
    '/aws/https://evil.example/',
    '/aws/constructor/',
    '/aws/__proto__/',
    '/aws/',
    '/aws//',
  ].map((target) => ({ name: `the host of ${target}`, change: { target } })),
  ...[
    '/aws/iam.amazonaws.com',
    '/aws/iam.amazonaws.com/role',
    '/aws/iam.amazonaws.com//',
    '/aws/iam.amazonaws.com/./',
    '/aws/iam.amazonaws.com/../evil.example/',
    '/aws/x/../iam.amazonaws.com/',
    '/aws/iam.amazonaws.com/?Action=CreateUser',
    '/aws/iam.amazonaws.com/?',
  ].map((target) => ({ name: `the path of ${target}`, change: { target } })),
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => ({
    name: `the method ${method}`,
    change: { method, ...(method === 'GET' && { body: '' }) },
  })),
  ...[
    'Action=CreateAccessKey&Version=2010-05-08',
    'Action=DeleteRole&RoleName=a&Version=2010-05-08',
    'Action=PassRole&Version=2010-05-08',
    'Action=ListUsers&Version=2010-05-08',
    'Action=DescribeInstances&Version=2016-11-15',
    'Action=ListRole&Version=2010-05-08',
    'Action=listroles&Version=2010-05-08',
    'Action=ListRoles%20&Version=2010-05-08',
    'Action=&Version=2010-05-08',
    'Action&Version=2010-05-08',
    'Action=constructor&Version=2010-05-08',
    'Action=__proto__&Version=2010-05-08',
    'Version=2010-05-08',
    '',
    'Action=ListRoles&Action=CreateUser',
    'Action=CreateUser&Action=ListRoles',
    'Action=ListRoles&action=CreateUser',
    'Action=ListRoles&%41ction=CreateUser',
    'Action=ListRoles&Action%00=CreateUser',
    'Action=ListRoles;Action=CreateUser',
    'Action=ListRoles&X=1;Action=CreateUser',
    'Action=ListRoles\r\nAction=CreateUser',
    'Action=ListRoles=CreateUser',
    '{"Action":"ListRoles"}',
  ].map((body) => ({ name: `the body ${JSON.stringify(body)}`, change: { body } })),
  { name: 'a body of more than 64 KiB', change: { body: `Action=ListRoles&Marker=${'a'.repeat(66_000)}` } },
  {
    name: 'a body of more than 64 KiB in chunks',
    change: {
      body: `Action=ListRoles&Marker=${'a'.repeat(66_000)}`,
      headers: { 'transfer-encoding': 'chunked', 'content-length': undefined },
    },
  },
  ...[
    undefined,
    'application/json',
    'application/x-amz-json-1.1',
    'multipart/form-data; boundary=a',
    'text/plain',
    'application/x-www-form-urlencoded; charset=utf-16',
    'application/x-www-form-urlencoded, application/json',
  ].map((type) => ({ name: `the content type ${type}`, change: { headers: { 'content-type': type } } })),
  { name: 'a compressed body', change: { headers: { 'content-encoding': 'gzip' } } },
  ...['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1:25680.evil.example'].map(
    (origin) => ({
      name: `a page of ${origin}`,
      change: { headers: { origin, 'sec-fetch-site': 'cross-site' } },
    }),
  ),
  ...['cross-site', 'same-site', 'none'].map((site) => ({
    name: `Sec-Fetch-Site: ${site}`,
    change: { headers: { 'sec-fetch-site': site } },
  })),
  { name: 'a call of no page', change: { headers: { origin: undefined, 'sec-fetch-site': undefined } } },
  ...[
    undefined,
    'Bearer abc',
    'Basic dXNlcjpwdw==',
    'AWS AKIAEXAMPLE:c2ln',
    `AWS4-ECDSA-P256-SHA256 Credential=ASIA1/20260101/iam/aws4_request, SignedHeaders=host, Signature=${'a'.repeat(64)}`,
    `AWS4-HMAC-SHA256 Credential=ASIA1/20260101/us-east-1/iam/aws4_request, SignedHeaders=x-amz-date, Signature=${'a'.repeat(64)}`,
    `AWS4-HMAC-SHA256 Credential=ASIA1/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=${'a'.repeat(64)}`,
  ].map((authorization) => ({
    name: `the authorization ${authorization?.slice(0, 80)}`,
    change: { headers: { authorization } },
  })),
];

/** The changed request. A header that is changed to undefined is left out; the length of the body is told unless that is. */
export function forbiddenOf(allowed: Asked, { change }: Forbidden): Asked {
  const body = change.body ?? allowed.body;
  const wanted: Readonly<Record<string, string | undefined>> = {
    ...allowed.headers,
    'content-length': String(Buffer.byteLength(body)),
    ...change.headers,
  };
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) headers[name] = value;
  return { ...allowed, ...change, headers, body };
}
