import { runInNewContext } from 'node:vm';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../e2e/relay/asked.ts';
import { FORBIDDEN, forbiddenOf } from '../../e2e/relay/forbidden.ts';
import { edgeScript } from './make-edge.ts';

/** The script that the template hands to Lambda@Edge, run as Lambda runs it, on events of CloudFront's form. */

const OUTCOME = v.object({
  status: v.optional(v.string()),
  method: v.optional(v.string()),
  uri: v.optional(v.string()),
  querystring: v.optional(v.string()),
  headers: v.record(v.string(), v.array(v.object({ value: v.string() }))),
  origin: v.optional(v.object({ custom: v.object({ domainName: v.string(), protocol: v.string() }) })),
});

const EXPORTS: { handler?: (event: object) => Promise<unknown> } = {};
runInNewContext(edgeScript(), { exports: EXPORTS, Buffer, Object, String, Number });

async function run({ method, target, headers, body }: Asked, inputTruncated = false) {
  const [uri = '', ...query] = target.split('?');
  const request = {
    clientIp: '203.0.113.7',
    method,
    uri,
    querystring: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [{ key: name, value }]]),
    ),
    body: {
      inputTruncated,
      action: 'read-only',
      encoding: 'base64',
      data: Buffer.from(body).toString('base64'),
    },
  };
  return v.parse(OUTCOME, await EXPORTS.handler?.({ Records: [{ cf: { request } }] }));
}

const ALLOWED: Asked = {
  method: 'POST',
  target: '/aws/iam.amazonaws.com/',
  headers: {
    authorization: `AWS4-HMAC-SHA256 Credential=ASIA1/20261125/us-east-1/iam/aws4_request, SignedHeaders=amz-sdk-invocation-id;host;x-amz-date, Signature=${'a'.repeat(64)}`,
    'content-type': 'application/x-www-form-urlencoded',
    'x-amz-date': '20261125T100000Z',
    origin: 'https://rolewire.example',
    'sec-fetch-site': 'same-origin',
  },
  body: 'Action=ListRoles&Version=2010-05-08&MaxItems=1000',
};

describe('the relay of CloudFront', () => {
  it('points an allowed call to the host that it was signed for, and keeps what is signed alone', async () => {
    const personal = {
      cookie: 'a=b',
      referer: 'https://rolewire.example/',
      'x-forwarded-for': '203.0.113.7',
    };
    const outcome = await run({ ...ALLOWED, headers: { ...ALLOWED.headers, ...personal } });
    expect(outcome).toMatchObject({
      method: 'POST',
      uri: '/',
      querystring: '',
      origin: { custom: { domainName: 'iam.amazonaws.com', protocol: 'https' } },
    });
    expect(outcome.headers['host']).toEqual([{ value: 'iam.amazonaws.com' }]);
    expect(Object.keys(outcome.headers).sort()).toEqual([
      'authorization',
      'content-type',
      'host',
      'x-amz-date',
    ]);
  });

  // CloudFront reads chunks itself, and makes one of an empty query and none.
  const cases = FORBIDDEN.filter(
    ({ change }) =>
      change.headers?.['transfer-encoding'] === undefined && change.target?.endsWith('?') !== true,
  );
  it.each(cases.map((one) => [one.name, one] as const))('refuses %s', async (_name, forbidden) => {
    const outcome = await run(forbiddenOf(ALLOWED, forbidden));
    expect(outcome.origin).toBeUndefined();
    expect(Number(outcome.status)).toBeGreaterThanOrEqual(400);
    expect(outcome.headers['x-rolewire-relay']).toEqual([{ value: 'refused' }]);
  });

  it('refuses a body that CloudFront cut off, and a call whose page the browser does not vouch for', async () => {
    expect(await run(ALLOWED, true)).toMatchObject({ status: '413' });
    const { 'sec-fetch-site': _site, ...headers } = ALLOWED.headers;
    expect(await run({ ...ALLOWED, headers })).toMatchObject({ status: '403' });
  });
});
