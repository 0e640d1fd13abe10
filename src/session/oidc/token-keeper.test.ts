import { OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseConfig } from '../config.ts';
import { issuersOf } from './issuer.ts';
import { keepTokens } from './token-keeper.ts';

const START = Date.parse('2026-11-25T12:00:00Z') / 1000;
const ISS = 'https://id.example';
const HOUR = 3600;

/** A token endpoint that gives an hour's ID token for each refresh token once, and the next refresh token with it. */
function setUp() {
  let now = START;
  let answer: (form: URLSearchParams) => Response = (form) => {
    const count = Number(form.get('refresh_token')?.slice(1)) + 1;
    return json({ ...tokens(`r${count}`, now + HOUR) });
  };
  const asked: URLSearchParams[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const form = new URLSearchParams(String(init.body));
    if (url.endsWith('/revoke')) form.set('revoked', url);
    asked.push(form);
    return answer(form);
  });
  const store = new WebStorageStateStore({ store: memory() });
  const client = new OidcClient({
    authority: ISS,
    client_id: 'rolewire',
    redirect_uri: 'https://app.example/',
    metadata: { issuer: ISS, token_endpoint: `${ISS}/token`, revocation_endpoint: `${ISS}/revoke` },
    stateStore: store,
    filterProtocolClaims: false,
  });
  const [issuer] = issuersOf(config());
  if (issuer === undefined) throw new Error('no issuer');
  const keep = (first: object) =>
    keepTokens(
      { client, issuer, iss: ISS, now: () => new Date(now * 1000) },
      { profile: claims(START + HOUR), ...first } as unknown as SigninResponse,
      { exp: START + HOUR },
    );
  return {
    asked,
    keep,
    wait: (seconds: number) => {
      now += seconds;
    },
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('the tokens of a sign-in', () => {
  it('are used while they hold, without asking anybody', async () => {
    const { asked, keep, wait } = setUp();
    const kept = keep(tokens('r1', START + HOUR));
    wait(HOUR - 61);
    expect((await kept.idToken()).ok).toBe(true);
    expect(asked).toEqual([]);
  });

  it('are renewed once for all who ask, each time with the newest refresh token', async () => {
    const { asked, keep, wait } = setUp();
    const kept = keep(tokens('r1', START + HOUR));
    wait(HOUR - 30);
    const [one, other] = await Promise.all([kept.idToken(), kept.idToken()]);
    expect(one).toEqual(other);
    wait(HOUR);
    expect((await kept.idToken()).ok).toBe(true);
    expect(asked.map((form) => form.get('refresh_token'))).toEqual(['r1', 'r2']);
  });

  it('end with the ID token where there is no refresh token', async () => {
    const { keep, wait } = setUp();
    const kept = keep({ id_token: idToken(START + HOUR) });
    expect(kept.renews).toBe(false);
    wait(HOUR - 1);
    expect((await kept.idToken()).ok).toBe(true);
    wait(1);
    const ended = await kept.idToken();
    expect(ended.ok ? '' : ended.error.kind).toBe('credentials-expired');
  });

  it('end when the issuer takes the refresh token back, and say so without it', async () => {
    const { keep, wait, answerWith } = setUp();
    const kept = keep(tokens('r1', START + HOUR));
    wait(HOUR);
    answerWith(() => json({ error: 'invalid_grant', error_description: 'Refresh Token r1 revoked' }, 400));
    const ended = await kept.idToken();
    expect(ended).toEqual({
      ok: false,
      error: {
        kind: 'credentials-expired',
        message: 'The sign-in at Company has ended.',
        advice: 'Sign in again.',
      },
    });
  });

  it.each([
    ['of another person', { sub: 'other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['for another client', { aud: 'other' }],
  ])('are not renewed to a token %s', async (_name, change) => {
    const { keep, wait, answerWith } = setUp();
    const kept = keep(tokens('r1', START + HOUR));
    wait(HOUR);
    answerWith(() =>
      json({ ...tokens('r2', START + 2 * HOUR), id_token: idToken(START + 2 * HOUR, change) }),
    );
    const renewed = await kept.idToken();
    expect(renewed.ok ? '' : renewed.error.message).toContain('was not accepted');
  });

  it('are gone after a sign-out, also for a renewal that is under way, and refresh tokens are taken back', async () => {
    const { asked, keep, wait } = setUp();
    const kept = keep(tokens('r1', START + HOUR));
    wait(HOUR);
    const underWay = kept.idToken();
    kept.forget();
    expect((await underWay).ok).toBe(false);
    expect((await kept.idToken()).ok).toBe(false);
    const revoked = () => asked.filter((form) => form.has('revoked')).map((form) => form.get('token'));
    await vi.waitFor(() => expect(revoked()).toEqual(['r1', 'r2']));
  });
});

function config() {
  const parsed = parseConfig(
    JSON.stringify({
      oidc: [
        {
          label: 'Company',
          authority: ISS,
          clientId: 'rolewire',
          roleArn: 'arn:aws:iam::111122223333:role/reader',
        },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function claims(exp: number, change: object = {}): object {
  return { iss: ISS, sub: '1', aud: 'rolewire', exp, iat: exp - HOUR, ...change };
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function idToken(exp: number, change: object = {}): string {
  return `${part({ alg: 'RS256' })}.${part(claims(exp, change))}.signature`;
}

function tokens(refreshToken: string, exp: number): object {
  return { id_token: idToken(exp), refresh_token: refreshToken, access_token: 'a', scope: 'openid' };
}

function json(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function memory(): Storage {
  const items = new Map<string, string>();
  return {
    length: 0,
    clear: () => items.clear(),
    key: () => null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
