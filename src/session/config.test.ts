import { describe, expect, it } from 'vitest';
import { endpointOf, loadConfig, parseConfig } from './config.ts';

const SHOP_POOL = {
  label: 'Shop',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '4o3i2u1y',
  domain: 'shop.auth.eu-west-1.amazoncognito.com',
  identityPoolId: 'eu-west-1:0a1b2c3d-0000-4000-8000-000000000000',
};
const COMPANY = {
  label: 'Company',
  authority: 'https://id.example.com',
  clientId: 'rolewire',
  roleArn: 'arn:aws:iam::111122223333:role/reader',
};

describe('config.json', () => {
  it('may be empty', () => {
    expect(parseConfig('{}')).toEqual({ ok: true, value: {} });
  });

  it('sends all services to one endpoint, or each to its own, with the region put in', () => {
    const parsed = parseConfig(
      JSON.stringify({
        endpoint: 'http://localhost:4566',
        endpoints: { ec2: 'https://vpce-1.ec2.{region}.vpce.amazonaws.com' },
      }),
    );
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(endpointOf(parsed.value, 'iam', 'us-east-1')).toBe('http://localhost:4566');
    expect(endpointOf(parsed.value, 'ec2', 'eu-west-1')).toBe(
      'https://vpce-1.ec2.eu-west-1.vpce.amazonaws.com',
    );
    expect(endpointOf({}, 'ec2', 'eu-west-1')).toBeUndefined();
  });

  it('may offer a relay, under /aws unless it says another path, and other kinds of endpoints', () => {
    const text = '{"relay": {"when": "always"}, "useFipsEndpoint": true, "useDualstackEndpoint": false}';
    expect(parseConfig(text)).toEqual({
      ok: true,
      value: {
        relay: { path: '/aws', when: 'always' },
        useFipsEndpoint: true,
        useDualstackEndpoint: false,
      },
    });
  });

  it('may offer user pools and issuers to sign in at, a managed login by its host alone', () => {
    expect(parseConfig(JSON.stringify({ cognito: [SHOP_POOL], oidc: [COMPANY] }))).toEqual({
      ok: true,
      value: {
        cognito: [
          { ...SHOP_POOL, domain: 'https://shop.auth.eu-west-1.amazoncognito.com', scopes: ['openid'] },
        ],
        oidc: [{ ...COMPANY, scopes: ['openid'] }],
      },
    });
  });

  it.each([
    ['not JSON', '{', 'config.json is not valid JSON'],
    ['a list', '[]', 'the file must be an object'],
    ['a key that does not exist', '{"endpiont": "http://localhost"}', '"endpiont" is not a known key'],
    [
      'a service that does not exist',
      '{"endpoints": {"s3": "http://localhost"}}',
      '"endpoints.s3" is not a known key',
    ],
    ['an endpoint of a wrong kind', '{"endpoint": 4566}', '"endpoint" must be a URL in quotes'],
    [
      'an endpoint without a scheme',
      '{"endpoint": "localhost:4566"}',
      '"endpoint" must be an http or https URL',
    ],
    [
      'an endpoint that runs script',
      '{"endpoints": {"iam": "javascript:alert(1)"}}',
      '"endpoints.iam" must be an http',
    ],
    [
      'an endpoint with a password',
      '{"endpoint": "https://me:pw@host"}',
      '"endpoint" must be an http or https URL without user',
    ],
    [
      'endpoints that are a text',
      '{"endpoints": "http://localhost"}',
      '"endpoints" must be an object with some of the keys sts',
    ],
    ['regions that are a text', '{"regions": "eu-west-1"}', '"regions" must be a list of regions'],
    [
      'a region that is none',
      '{"regions": ["eu-west-1", "Ireland"]}',
      '"regions.1" must be a region such as',
    ],
    [
      'a relay on another server',
      '{"relay": {"when": "always", "path": "//evil.example"}}',
      '"relay.path" must be',
    ],
    [
      'a relay that is a URL',
      '{"relay": {"when": "always", "path": "https://evil.example"}}',
      '"relay.path" must',
    ],
    [
      'a relay that climbs',
      '{"relay": {"when": "always", "path": "/aws/.."}}',
      '"relay.path" must be a path of',
    ],
    ['a relay without its when', '{"relay": {}}', '"relay.when" must be'],
    [
      'a relay at an odd time',
      '{"relay": {"when": "sometimes"}}',
      '"relay.when" must be "never", "always" or',
    ],
    ['a FIPS choice in words', '{"useFipsEndpoint": "yes"}', '"useFipsEndpoint" must be true or false'],
    [
      'guests of an identity pool',
      '{"cognito": [{"label": "Shop", "identityPoolId": "eu-west-1:0a1b"}]}',
      '"cognito.0.userPoolId" is missing: signing in needs a user pool and its app client, as AWS never lets guests',
    ],
    [
      'a managed login that is not encrypted',
      JSON.stringify({ cognito: [{ ...SHOP_POOL, domain: 'http://login.example.com' }] }),
      '"cognito.0.domain" must be the host of the managed login',
    ],
    [
      'a managed login with a path',
      JSON.stringify({ cognito: [{ ...SHOP_POOL, domain: 'login.example.com/oauth2' }] }),
      '"cognito.0.domain" must be the host of the managed login',
    ],
    [
      'two user pools that people cannot tell apart',
      JSON.stringify({ cognito: [SHOP_POOL, SHOP_POOL] }),
      '"cognito" must give each entry a label of its own',
    ],
    [
      'scopes that bring no ID token',
      JSON.stringify({ cognito: [{ ...SHOP_POOL, scopes: ['email'] }] }),
      '"cognito.0.scopes" must hold "openid"',
    ],
    [
      'a key that is none of a user pool',
      JSON.stringify({ cognito: [{ ...SHOP_POOL, clientSecret: 'x' }] }),
      '"cognito.0.clientSecret" is not a known key',
    ],
    [
      'an issuer that is not encrypted',
      JSON.stringify({ oidc: [{ ...COMPANY, authority: 'http://id.example.com' }] }),
      '"oidc.0.authority" must be an https URL',
    ],
    [
      'an issuer without a role',
      JSON.stringify({ oidc: [{ ...COMPANY, roleArn: undefined }] }),
      '"oidc.0.roleArn" is missing',
    ],
    ['no region at all', '{"regions": []}', '"regions" must name one region or more'],
  ])('names what is wrong: %s', (_name, text, message) => {
    const parsed = parseConfig(text);
    expect(parsed.ok ? '' : parsed.error.message).toContain(message);
  });

  it('falls back to the defaults where there is no such file, also behind a server that answers with the page', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    expect(await loadConfig(answering(new Response('', { status: 404 })))).toEqual({ ok: true, value: {} });
    expect(await loadConfig(answering(page))).toEqual({ ok: true, value: {} });
  });

  it('says so when the server fails or does not answer', async () => {
    const failing = await loadConfig(answering(new Response('', { status: 503 })));
    const gone = await loadConfig(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(failing.ok ? '' : failing.error.message).toContain('503');
    expect(gone.ok ? '' : gone.error.message).toContain('did not answer');
  });
});

function answering(response: Response): typeof fetch {
  return () => Promise.resolve(response);
}
