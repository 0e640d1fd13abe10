import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { toIsoTime } from '../inventory/ids.ts';
import { credentialProvider, dropCredentials, SignedOutError } from './credential-vault.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import { signIn, startRegionOf } from './session.ts';

const CREDENTIALS: StsCredentials = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMIsecret',
  sessionToken: 'IQoJsessiontoken',
  expiration: toIsoTime('2026-11-25T12:00:00.000Z'),
};
const NOW = () => new Date('2026-11-25T11:00:00Z');

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A stand-in for STS and IAM: answers by the action in the request's body. */
async function awsServer(
  answers: Readonly<Record<string, { status?: number; xml: string }>>,
): Promise<{ endpoint: string }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const answer = answers[new URLSearchParams(body).get('Action') ?? ''];
      response.writeHead(answer?.status ?? 200, { 'content-type': 'text/xml' }).end(answer?.xml ?? '');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}` };
}

const identity = (arn: string) => ({
  xml: `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>AROA1:me</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
});
const aliases = (alias: string) => ({
  xml: `<ListAccountAliasesResponse><ListAccountAliasesResult><AccountAliases><member>${alias}</member></AccountAliases></ListAccountAliasesResult></ListAccountAliasesResponse>`,
});
const error = (code: string, message = 'no') => ({
  status: 403,
  xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
});
const ARN = 'arn:aws-us-gov:sts::111122223333:assumed-role/admin/me';

async function signedIn() {
  const config = await awsServer({ GetCallerIdentity: identity(ARN), ListAccountAliases: aliases('prod') });
  const result = await signIn(CREDENTIALS, 'us-gov-west-1', config, NOW);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('signing in', () => {
  it('tells who is signed in, of which partition, until when', async () => {
    expect(await signedIn()).toMatchObject({
      accountId: '111122223333',
      callerArn: ARN,
      userId: 'AROA1:me',
      partition: 'aws-us-gov',
      startRegion: 'us-gov-west-1',
      alias: 'prod',
      expiresAt: CREDENTIALS.expiration,
      longLived: false,
    });
  });

  it('takes partitions that nobody knows yet', async () => {
    const config = await awsServer({ GetCallerIdentity: identity('arn:aws-new:iam::111122223333:user/x') });
    const result = await signIn(CREDENTIALS, 'us-new-1', config, NOW);
    expect(result).toMatchObject({ ok: true, value: { partition: 'aws-new' } });
  });

  it('works without the alias, and says in the coverage that it was denied', async () => {
    const config = await awsServer({
      GetCallerIdentity: identity(ARN),
      ListAccountAliases: error('AccessDenied'),
    });
    const result = await signIn(CREDENTIALS, 'us-gov-west-1', config, NOW);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.alias).toBeUndefined();
    expect(result.value.signInPart.coverage).toMatchObject([
      { call: 'sts:GetCallerIdentity', status: 'complete' },
      { call: 'iam:ListAccountAliases', status: 'denied', reason: { permission: 'iam:ListAccountAliases' } },
    ]);
  });

  it('knows long-lived keys, which have no token', async () => {
    const config = await awsServer({ GetCallerIdentity: identity(ARN) });
    const result = await signIn({ accessKeyId: 'AKIA1', secretAccessKey: 's' }, 'us-east-1', config, NOW);
    expect(result).toMatchObject({ ok: true, value: { longLived: true, expiresAt: undefined } });
  });

  it('numbers each session higher than the one before', async () => {
    const first = await signedIn();
    const second = await signedIn();
    expect(second.sessionNumber).toBeGreaterThan(first.sessionNumber);
  });

  it.each([
    ['ExpiredToken', 'credentials-expired', 'expired'],
    ['InvalidClientTokenId', 'credentials-invalid', 'us-east-1'],
    ['SignatureDoesNotMatch', 'credentials-invalid', 'does not accept'],
    ['RequestTimeTooSkewed', 'clock-skew', 'clock'],
    ['AccessDenied', 'denied', 'sts:GetCallerIdentity'],
  ])('explains %s', async (code, kind, words) => {
    const config = await awsServer({ GetCallerIdentity: error(code), ListAccountAliases: error(code) });
    const result = await signIn(CREDENTIALS, 'us-east-1', config, NOW);
    expect(result).toMatchObject({ ok: false, error: { kind, message: expect.stringContaining(words) } });
  });

  it('names the host that could not be reached', async () => {
    const config = { endpoint: 'http://127.0.0.1:9' };
    const result = await signIn(CREDENTIALS, 'us-east-1', config, NOW);
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', message: expect.stringContaining('127.0.0.1:9') },
    });
  });

  it('asks nobody when the credentials expired already', async () => {
    const result = await signIn(CREDENTIALS, 'us-east-1', {}, () => new Date('2026-11-26T00:00:00Z'));
    expect(result).toMatchObject({ ok: false, error: { kind: 'credentials-expired' } });
  });

  it('starts in the region of the field, the paste or the configuration, in this order', () => {
    expect(startRegionOf(' eu-west-1 ', 'cn-north-1', {})).toBe('eu-west-1');
    expect(startRegionOf('', 'cn-north-1', { startRegion: 'us-west-2' })).toBe('cn-north-1');
    expect(startRegionOf('', undefined, { startRegion: 'us-west-2' })).toBe('us-west-2');
    expect(startRegionOf(undefined, undefined, {})).toBe('us-east-1');
  });
});

describe('a session never gives its credentials away', () => {
  it('holds none that printing, JSON, inspecting, cloning or walking it would show', async () => {
    const session = await signedIn();
    const shown = [
      `${String(session)}`,
      JSON.stringify(session),
      inspect(session, { showHidden: true, depth: 20, getters: true }),
      inspect(structuredClone(session), { depth: 20 }),
      JSON.stringify(Reflect.ownKeys(session).map((key) => Reflect.get(session, key))),
    ].join('\n');
    for (const secret of ['ASIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMIsecret', 'IQoJsessiontoken']) {
      expect(shown).not.toContain(secret);
    }
  });

  it('opens the vault itself, a copy of it does not', async () => {
    const session = await signedIn();
    expect(await credentialProvider(session)()).toMatchObject({ secretAccessKey: 'wJalrXUtnFEMIsecret' });
    await expect(credentialProvider({ ...session })()).rejects.toBeInstanceOf(SignedOutError);
  });

  it('leads nowhere once the credentials were dropped', async () => {
    const session = await signedIn();
    const source = credentialProvider(session);
    dropCredentials(session);
    await expect(source()).rejects.toBeInstanceOf(SignedOutError);
  });

  it('says nothing of the credentials when the sign-in fails', async () => {
    const config = await awsServer({
      GetCallerIdentity: error('SignatureDoesNotMatch', 'x-amz-security-token:IQoJsessiontoken'),
    });
    const result = await signIn(CREDENTIALS, 'us-east-1', config, NOW);
    expect(inspect(result, { depth: 20 })).not.toMatch(/IQoJ|wJalr|ASIAIO/);
  });
});
