import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../../base/result.ts';
import { staticSource } from '../credential-source.ts';
import { currentCredentials, dropCredentials, keepCredentials } from '../credential-vault.ts';
import type { StsCredentials } from '../pasted-credentials.ts';
import { createRenewal } from '../renewal.ts';
import { signInWith } from '../session.ts';
import { withRole } from './plans.ts';
import type { RoleRequest } from './role-request.ts';
import { assumedRole, samlRole, sessionToken, webIdentity } from './sources.ts';

/** The SDK's own client against a server that speaks the wire format of STS. */

interface Asked {
  readonly form: URLSearchParams;
  readonly authorization: string;
  readonly path: string;
}
type Answer = (asked: Asked, nth: number) => { readonly status?: number; readonly xml: string };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function sts(answer: Answer) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const one = {
        form: new URLSearchParams(body),
        authorization: request.headers.authorization ?? '',
        path: request.url ?? '',
      };
      asked.push(one);
      const { status = 200, xml } = answer(one, asked.length);
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const field = (name: string, nth = 0) => asked[nth]?.form.get(name);
  return { place: { region: 'eu-west-1', config: { endpoint } }, asked, field };
}

const given = (call: string, id = 'ASIANEW'): { xml: string } => ({
  xml: `<${call}Response><${call}Result><Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>new-secret</SecretAccessKey><SessionToken>new-token</SessionToken><Expiration>2099-11-25T13:00:00Z</Expiration></Credentials></${call}Result></${call}Response>`,
});
const refused = (code: string, message: string, status = 403) => ({
  status,
  xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
const identity = (arn: string) => ({
  xml: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AROA1:me</UserId><Account>444455556666</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
});

const KEYS: StsCredentials = { accessKeyId: 'AKIAOLD', secretAccessKey: 'old-secret' };
const from = () => Promise.resolve(ok(KEYS));
const ROLE: RoleRequest = {
  roleArn: 'arn:aws:iam::444455556666:role/teams/audit',
  externalId: 'acme-4711',
  sessionName: 'mira',
  durationSeconds: 7200,
  limited: true,
};
const AS_DENIED = 'User: arn:aws:iam::1:user/a is not authorized to perform: sts:AssumeRole on resource: r';

describe('assuming a role', () => {
  it('sends all that was asked for, signed with the credentials that it starts from', async () => {
    const { place, asked, field } = await sts(() => given('AssumeRole'));
    const mfa = { serial: 'arn:aws:iam::111122223333:mfa/mira', code: '123456' };
    expect(await assumedRole(from, ROLE, place, { mfa }).provide()).toEqual(
      ok({
        accessKeyId: 'ASIANEW',
        secretAccessKey: 'new-secret',
        sessionToken: 'new-token',
        expiration: '2099-11-25T13:00:00.000Z',
      }),
    );
    expect(field('Action')).toBe('AssumeRole');
    expect(field('RoleArn')).toBe(ROLE.roleArn);
    expect(field('ExternalId')).toBe('acme-4711');
    expect(field('RoleSessionName')).toBe('mira');
    expect(field('DurationSeconds')).toBe('7200');
    expect(field('SerialNumber')).toBe(mfa.serial);
    expect(field('TokenCode')).toBe('123456');
    expect(asked[0]?.authorization).toContain('Credential=AKIAOLD/');
    expect(asked[0]?.authorization).toContain('/eu-west-1/sts/');
  });

  it('holds the session to reads, in the partition of the role, unless that is switched off', async () => {
    const { place, field } = await sts(() => given('AssumeRole'));
    const chinese = { ...ROLE, roleArn: 'arn:aws-cn:iam::444455556666:role/audit' };
    await assumedRole(from, chinese, place).provide();
    await assumedRole(from, { ...ROLE, limited: false }, place).provide();
    expect(field('Policy', 0)).toContain('"ec2:DescribeInstances"');
    expect(field('Policy', 0)).toContain('arn:aws-cn:iam::*:role/*');
    expect(field('Policy', 1)).toBeNull();
  });

  it('goes straight to AWS also where a relay is in use, as the answer holds a secret', async () => {
    const { place, asked } = await sts(() => given('AssumeRole'));
    const config = { ...place.config, relay: { when: 'always', path: '/aws' } } as const;
    await assumedRole(from, ROLE, { ...place, config }).provide();
    expect(asked.map(({ path }) => path)).toEqual(['/']);
  });

  it('renews, but not where a code is needed', () => {
    const place = { region: 'eu-west-1', config: {} };
    const mfa = { serial: 's', code: '1' };
    expect(assumedRole(from, ROLE, place).renews).toBe(true);
    expect(assumedRole(from, ROLE, place, { mfa }).renews).toBe(false);
  });

  it('asks nobody when what it starts from is gone', async () => {
    const { place, asked } = await sts(() => given('AssumeRole'));
    const key = {};
    keepCredentials(key, createRenewal(staticSource(KEYS), KEYS));
    dropCredentials(key);
    const source = assumedRole(() => currentCredentials(key), ROLE, place);
    expect(await source.provide()).toMatchObject({ ok: false, error: { kind: 'credentials-expired' } });
    expect(asked).toEqual([]);
  });

  it.each([
    ['AccessDenied', AS_DENIED, 'denied', 'external ID is another one'],
    [
      'AccessDenied',
      `${AS_DENIED} because no session policy allows the sts:AssumeRole action`,
      'denied',
      'limit switched off',
    ],
    [
      'AccessDenied',
      `${AS_DENIED} because no identity-based policy allows the sts:AssumeRole action`,
      'denied',
      'policies of the caller',
    ],
    [
      'AccessDenied',
      `${AS_DENIED} with an explicit deny in a service control policy`,
      'denied',
      'organisation',
    ],
    [
      'AccessDenied',
      'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
      'denied',
      'Each code works once',
    ],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      'denied',
      'shorter',
    ],
    [
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
      'denied',
      'one hour at most',
    ],
    ['RegionDisabledException', 'STS is not activated in this region', 'denied', 'another region'],
    ['PackedPolicyTooLarge', 'Packed size of session tags consumes 120%', 'denied', 'Switch off the limit'],
    [
      'ExpiredToken',
      'The security token included in the request is expired',
      'credentials-expired',
      'new ones',
    ],
    [
      'InvalidClientTokenId',
      'The security token included in the request is invalid.',
      'credentials-invalid',
      'belong together',
    ],
  ])('explains %s: %s', async (code, message, kind, words) => {
    const { place } = await sts(() => refused(code, message));
    expect(await assumedRole(from, ROLE, place).provide()).toMatchObject({
      ok: false,
      error: { kind, advice: expect.stringContaining(words) },
    });
  });

  it('says that an external ID may be missing when none was given', async () => {
    const { place } = await sts(() => refused('AccessDenied', AS_DENIED));
    const source = assumedRole(from, { ...ROLE, externalId: undefined }, place);
    expect(await source.provide()).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('the role audit of 444455556666'),
        advice: expect.stringContaining('none was given'),
      },
    });
  });

  it('never repeats a secret of the request in what it says', async () => {
    const { place } = await sts(() =>
      refused('SignatureDoesNotMatch', 'canonical x-amz-security-token:old-token AKIAOLD old-secret'),
    );
    const result = await assumedRole(from, ROLE, place).provide();
    expect(JSON.stringify(result)).not.toMatch(/AKIAOLD|old-secret|old-token/);
  });
});

describe('two hops', () => {
  const account = {
    label: 'Acme',
    role: ROLE,
    via: { ...ROLE, roleArn: 'arn:aws:iam::111122223333:role/hub' },
  };

  it('go from the keys to the first role, and from that to the second', async () => {
    const { place, asked, field } = await sts(({ form }, nth) => {
      if (form.get('Action') === 'GetCallerIdentity')
        return identity('arn:aws:sts::444455556666:assumed-role/audit/mira');
      return form.get('Action') === 'AssumeRole'
        ? given('AssumeRole', `ASIA${nth}`)
        : refused('AccessDenied', 'no');
    });
    const plan = await withRole(KEYS, account, undefined)(place.config, place.region);
    if (!plan.ok) throw new Error(plan.error.message);
    const session = await signInWith(
      plan.value.source,
      place.region,
      place.config,
      () => new Date('2026-11-25T12:00:00Z'),
    );
    expect(session).toMatchObject({ ok: true, value: { accountId: '444455556666', longLived: false } });
    expect([field('RoleArn', 0), field('RoleArn', 1)]).toEqual([account.via.roleArn, ROLE.roleArn]);
    expect(asked[0]?.authorization).toContain('Credential=AKIAOLD/');
    expect(asked[1]?.authorization).toContain('Credential=ASIA1/');
    expect(JSON.parse(field('Policy', 0) ?? '')).toMatchObject({
      Statement: [{ Action: ['sts:AssumeRole'] }],
    });
    expect(field('Policy', 1)).toContain('iam:ListRoles');
  });

  it('say which of the two was refused', async () => {
    const { place } = await sts(() => refused('AccessDenied', AS_DENIED));
    expect(await withRole(KEYS, account, undefined)(place.config, place.region)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('the role hub of 111122223333') },
    });
  });
});

describe('other ways to credentials', () => {
  it('turn long-lived keys and a code into a session', async () => {
    const { place, field } = await sts(() => given('GetSessionToken'));
    const source = sessionToken(KEYS, { serial: 'GAHT12345678', code: '123456' }, place);
    expect(await source.provide()).toMatchObject({ ok: true, value: { accessKeyId: 'ASIANEW' } });
    expect([field('Action'), field('SerialNumber'), field('TokenCode')]).toEqual([
      'GetSessionToken',
      'GAHT12345678',
      '123456',
    ]);
  });

  it('show a web identity token, unsigned', async () => {
    const { place, asked, field } = await sts(() => given('AssumeRoleWithWebIdentity'));
    const source = webIdentity(() => Promise.resolve(ok('a.b.c')), ROLE, place, { renews: false });
    expect(await source.provide()).toMatchObject({ ok: true });
    expect(asked[0]?.authorization).toBe('');
    expect([field('WebIdentityToken'), field('RoleSessionName')]).toEqual(['a.b.c', 'mira']);
    expect(field('Policy')).toContain('iam:ListRoles');
  });

  it('show a SAML response, unsigned', async () => {
    const { place, asked, field } = await sts(() => given('AssumeRoleWithSAML'));
    const principal = 'arn:aws:iam::444455556666:saml-provider/corp';
    expect(await samlRole('PHNhbWw+', principal, ROLE, place).provide()).toMatchObject({ ok: true });
    expect(asked[0]?.authorization).toBe('');
    expect([field('SAMLAssertion'), field('PrincipalArn')]).toEqual(['PHNhbWw+', principal]);
  });

  it.each([
    [
      'ExpiredTokenException',
      'Token must be redeemed within 5 minutes of issuance',
      'credentials-expired',
      'five minutes',
    ],
    ['InvalidIdentityToken', 'Response signature invalid', 'credentials-invalid', 'SAMLResponse'],
    ['IDPRejectedClaim', 'audience', 'denied', 'audience'],
    ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML', 'denied', 'SAML provider'],
  ])('explain %s of a SAML response', async (code, message, kind, words) => {
    const { place } = await sts(() => refused(code, message, 400));
    expect(await samlRole('x', 'arn:aws:iam::4:saml-provider/c', ROLE, place).provide()).toMatchObject({
      ok: false,
      error: { kind, advice: expect.stringContaining(words) },
    });
  });

  it.each([
    [
      'ExpiredTokenException',
      'Token expired: current date/time must be before the expiration',
      'credentials-expired',
      'new one',
    ],
    [
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account for x',
      'credentials-invalid',
      'OpenID Connect provider',
    ],
    [
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      'denied',
      'audience, subject',
    ],
  ])('explain %s of a web identity token', async (code, message, kind, words) => {
    const { place } = await sts(() => refused(code, message, 400));
    const source = webIdentity(() => Promise.resolve(ok('a.b.c')), ROLE, place, { renews: false });
    expect(await source.provide()).toMatchObject({
      ok: false,
      error: { kind, advice: expect.stringContaining(words) },
    });
  });
});
