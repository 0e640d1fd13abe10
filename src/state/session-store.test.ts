import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../base/result.ts';
import { toAccountId, toArn, toIsoTime, toRegion } from '../inventory/ids.ts';
import { staticSource } from '../session/credential-source.ts';
import { credentialProvider, keepCredentials, SignedOutError } from '../session/credential-vault.ts';
import type { StsCredentials } from '../session/pasted-credentials.ts';
import { createRenewal } from '../session/renewal.ts';
import type { Session, SignInError } from '../session/session.ts';
import { createSessionStore } from './session-store.ts';

const START = Date.parse('2026-11-25T12:00:00Z');
const CREDENTIALS: StsCredentials = {
  accessKeyId: 'ASIA1',
  secretAccessKey: 'hush',
  sessionToken: 'hush-token',
};
const REFUSED: SignInError = { kind: 'credentials-invalid', message: 'no', advice: 'again' };

function newSession(expiresAt?: string): Session {
  const session: Session = {
    sessionNumber: 1,
    accountId: toAccountId('111122223333'),
    callerArn: toArn('arn:aws:iam::111122223333:user/a'),
    userId: 'AIDA',
    partition: 'aws',
    startRegion: toRegion('us-east-1'),
    expiresAt: expiresAt === undefined ? undefined : toIsoTime(expiresAt),
    origin: { kind: 'static', words: 'those that were pasted', renews: false },
    longLived: false,
    signInPart: {},
  };
  keepCredentials(session, createRenewal(staticSource(CREDENTIALS), CREDENTIALS));
  return session;
}

/** A store whose sign-ins end when the test says so. */
function storeOf(
  ...outcomes: readonly (Result<Session, SignInError> | Promise<Result<Session, SignInError>>)[]
) {
  const asked: string[] = [];
  const store = createSessionStore({
    signIn: (_credentials, region) => {
      const outcome = outcomes[asked.length];
      asked.push(region);
      return outcome === undefined ? Promise.reject(new Error('not scripted')) : Promise.resolve(outcome);
    },
    config: () => Promise.resolve(ok({ startRegion: 'eu-west-1' })),
    now: () => Date.now(),
  });
  return { store, asked };
}

const canSign = (session: Session) => credentialProvider(session)().then(() => true);

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(START);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the session on screen', () => {
  it('goes from signed out over signing in to signed in, and tells its listeners', async () => {
    const session = newSession();
    const { store, asked } = storeOf(ok(session));
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.getSnapshot().status));
    expect(await store.signIn(CREDENTIALS)).toBeUndefined();
    expect(seen).toEqual(['signing-in', 'signed-in']);
    expect(store.getSnapshot()).toMatchObject({ session, config: { startRegion: 'eu-west-1' } });
    expect(asked).toEqual(['eu-west-1']);
  });

  it('holds no credential', async () => {
    const { store } = storeOf(ok(newSession()));
    await store.signIn(CREDENTIALS);
    expect(JSON.stringify(store.getSnapshot())).not.toContain('hush');
  });

  it('goes back to where it was when AWS refuses, and says why', async () => {
    const { store } = storeOf(fail(REFUSED));
    expect(await store.signIn(CREDENTIALS)).toEqual(REFUSED);
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
  });

  it('says so when the code that talks to AWS did not load', async () => {
    const { store } = storeOf();
    expect(await store.signIn(CREDENTIALS)).toMatchObject({ kind: 'unreachable' });
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
  });

  it('sends nothing to AWS while config.json is wrong', async () => {
    const signIn = vi.fn(() => Promise.resolve(ok(newSession())));
    const wrong = Promise.resolve(fail({ message: '"endpoint" must be a URL' }));
    const store = createSessionStore({ signIn, config: () => wrong, now: () => Date.now() });
    expect(await store.signIn(CREDENTIALS)).toMatchObject({
      kind: 'config',
      message: '"endpoint" must be a URL',
    });
    expect(signIn).not.toHaveBeenCalled();
  });

  it('drops the credentials at sign-out and keeps whose picture it is until it is cleared', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.signOut();
    await expect(canSign(session)).rejects.toBeInstanceOf(SignedOutError);
    expect(store.getSnapshot()).toEqual({ status: 'signed-out-with-picture', session });
    store.clear();
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
  });

  it('drops the credentials when it is cleared at once', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.clear();
    await expect(canSign(session)).rejects.toBeInstanceOf(SignedOutError);
  });

  it('expires by the clock, however far away that is', async () => {
    const session = newSession('2027-02-25T12:00:00Z');
    const { store } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    vi.advanceTimersByTime(Date.parse('2027-02-25T11:59:59Z') - START);
    expect(store.getSnapshot().status).toBe('signed-in');
    vi.advanceTimersByTime(2000);
    expect(store.getSnapshot()).toEqual({ status: 'expired', session });
    await expect(canSign(session)).rejects.toBeInstanceOf(SignedOutError);
  });

  it('expires when AWS says so, and only for the session that it was said of', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.markExpired(newSession());
    expect(store.getSnapshot().status).toBe('signed-in');
    store.markExpired(session);
    expect(store.getSnapshot().status).toBe('expired');
  });

  it('keeps the old picture while and after a new sign-in fails', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session), fail(REFUSED));
    await store.signIn(CREDENTIALS);
    store.markExpired(session);
    const second = store.signIn(CREDENTIALS);
    expect(store.getSnapshot()).toEqual({ status: 'signing-in', session });
    await second;
    expect(store.getSnapshot()).toEqual({ status: 'expired', session });
  });

  it('stays signed in when a second sign-in fails', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session), fail(REFUSED));
    await store.signIn(CREDENTIALS);
    expect(await store.signIn(CREDENTIALS)).toEqual(REFUSED);
    expect(store.getSnapshot()).toMatchObject({ status: 'signed-in', session });
    expect(await canSign(session)).toBe(true);
  });

  it('drops the credentials of the session that a new one replaces', async () => {
    const first = newSession();
    const second = newSession();
    const { store } = storeOf(ok(first), ok(second));
    await store.signIn(CREDENTIALS);
    await store.signIn(CREDENTIALS);
    expect(store.getSnapshot()).toMatchObject({ session: second });
    await expect(canSign(first)).rejects.toBeInstanceOf(SignedOutError);
    expect(await canSign(second)).toBe(true);
  });

  it('forgets a sign-in that ends after the page was cleared', async () => {
    const session = newSession();
    const late = new EventTarget();
    const { store } = storeOf(
      new Promise<Result<Session, SignInError>>((resolve) => {
        late.addEventListener('answer', () => resolve(ok(session)));
      }),
    );
    const pending = store.signIn(CREDENTIALS);
    store.clear();
    late.dispatchEvent(new Event('answer'));
    expect(await pending).toMatchObject({ kind: 'other' });
    expect(store.getSnapshot()).toEqual({ status: 'signed-out' });
    await expect(canSign(session)).rejects.toBeInstanceOf(SignedOutError);
  });
});
