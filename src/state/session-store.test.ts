import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../base/result.ts';
import { toAccountId, toArn, toIsoTime, toRegion } from '../inventory/ids.ts';
import { type CredentialSource, originOf, staticSource } from '../session/credential-source.ts';
import { credentialProvider, keepCredentials, SignedOutError } from '../session/credential-vault.ts';
import type { StsCredentials } from '../session/pasted-credentials.ts';
import { createRenewal } from '../session/renewal.ts';
import type { Session, SignInError } from '../session/session.ts';
import type { AccountRequest } from '../session/sts/role-request.ts';
import { createSessionStore } from './session-store.ts';

const START = Date.parse('2026-11-25T12:00:00Z');
const CREDENTIALS: StsCredentials = {
  accessKeyId: 'ASIA1',
  secretAccessKey: 'hush',
  sessionToken: 'hush-token',
};
const REFUSED: SignInError = { kind: 'credentials-invalid', message: 'no', advice: 'again' };

const expiring = (iso?: string): StsCredentials => ({
  ...CREDENTIALS,
  ...(iso === undefined ? {} : { expiration: toIsoTime(iso) }),
});

let lastNumber = 0;

function sessionOf(source: CredentialSource, first: StsCredentials, accountId = '111122223333'): Session {
  lastNumber += 1;
  const session: Session = {
    sessionNumber: lastNumber,
    accountId: toAccountId(accountId),
    callerArn: toArn(`arn:aws:iam::${accountId}:user/a`),
    userId: 'AIDA',
    partition: 'aws',
    startRegion: toRegion('us-east-1'),
    expiresAt: first.expiration,
    origin: originOf(source),
    longLived: false,
    signInPart: {},
  };
  keepCredentials(
    session,
    createRenewal(source, first, () => new Date()),
  );
  return session;
}

const newSession = (expiresAt?: string, accountId?: string): Session =>
  sessionOf(staticSource(expiring(expiresAt)), expiring(expiresAt), accountId);

/** A store whose sign-ins end when the test says so. */
function storeOf(
  ...outcomes: readonly (Result<Session, SignInError> | Promise<Result<Session, SignInError>>)[]
) {
  const asked: string[] = [];
  const assumed: string[] = [];
  const store = createSessionStore({
    signIn: (_source, region) => {
      const outcome = outcomes[asked.length];
      asked.push(region);
      return outcome === undefined ? Promise.reject(new Error('not scripted')) : Promise.resolve(outcome);
    },
    assume: (base, request) => {
      assumed.push(request.label);
      return credentialProvider(base)().then(() => staticSource(CREDENTIALS));
    },
    config: () => Promise.resolve(ok({ startRegion: 'eu-west-1' })),
    now: () => Date.now(),
  });
  const states = () =>
    store.getSnapshot().sessions.map(({ session, state }) => `${session.accountId} ${state}`);
  return { store, asked, assumed, states };
}

/** An answer that the test gives later. */
function later(outcome: Result<Session, SignInError>) {
  const target = new EventTarget();
  const answer = new Promise<Result<Session, SignInError>>((resolve) => {
    target.addEventListener('answer', () => resolve(outcome));
  });
  return { answer, give: () => target.dispatchEvent(new Event('answer')) };
}

const account = (accountId: string): AccountRequest => ({
  label: accountId,
  role: { roleArn: `arn:aws:iam::${accountId}:role/audit`, sessionName: 'me', limited: true },
});

const canSign = (session: Session) => credentialProvider(session)().then(() => true);
const isDropped = (session: Session) => expect(canSign(session)).rejects.toBeInstanceOf(SignedOutError);

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(START);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the session on screen', () => {
  it('goes from nobody over signing in to signed in', async () => {
    const session = newSession();
    const { store, states } = storeOf(ok(session));
    const seen: boolean[] = [];
    store.subscribe(() => seen.push(store.getSnapshot().isSigningIn));
    expect(await store.signIn(CREDENTIALS)).toBeUndefined();
    expect(seen[0]).toBe(true);
    expect(store.getSnapshot().isSigningIn).toBe(false);
    expect(states()).toEqual(['111122223333 live']);
    expect(await canSign(session)).toBe(true);
  });

  it('starts in the region of the field, the paste, or the configuration', async () => {
    const { store, asked } = storeOf(ok(newSession()), ok(newSession()), ok(newSession()));
    await store.signIn({ ...CREDENTIALS, region: 'us-west-2' }, 'us-east-2');
    await store.signIn({ ...CREDENTIALS, region: 'us-west-2' });
    await store.signIn(CREDENTIALS);
    expect(asked).toEqual(['us-east-2', 'us-west-2', 'eu-west-1']);
  });

  it('stays as it was when AWS refuses, and says why', async () => {
    const { store, states } = storeOf(fail(REFUSED));
    expect(await store.signIn(CREDENTIALS)).toEqual(REFUSED);
    expect(states()).toEqual([]);
    expect(store.getSnapshot()).toMatchObject({ isSigningIn: false, canOpenAccounts: false });
  });

  it('says so when the code that talks to AWS did not load', async () => {
    const { store, states } = storeOf();
    expect(await store.signIn(CREDENTIALS)).toMatchObject({ kind: 'unreachable' });
    expect(states()).toEqual([]);
  });

  it('sends nothing to AWS while config.json is wrong', async () => {
    const signIn = vi.fn(() => Promise.resolve(ok(newSession())));
    const wrong = Promise.resolve(fail({ message: '"endpoint" must be a URL' }));
    const store = createSessionStore({
      signIn,
      assume: () => Promise.reject(new Error('not asked')),
      config: () => wrong,
      now: () => Date.now(),
    });
    expect(await store.signIn(CREDENTIALS)).toMatchObject({
      kind: 'config',
      message: '"endpoint" must be a URL',
    });
    expect(signIn).not.toHaveBeenCalled();
  });

  it('drops the credentials at sign-out and keeps the picture until it is cleared', async () => {
    const session = newSession();
    const { store, states } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.signOut();
    await isDropped(session);
    expect(states()).toEqual(['111122223333 signed-out']);
    expect(store.getSnapshot().canOpenAccounts).toBe(false);
    store.clear();
    expect(states()).toEqual([]);
  });

  it('drops the credentials when it is cleared at once', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.clear();
    await isDropped(session);
  });

  it('expires by the clock, however far away that is', async () => {
    const session = newSession('2027-02-25T12:00:00Z');
    const { store, states } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    vi.advanceTimersByTime(Date.parse('2027-02-25T11:59:59Z') - START);
    expect(states()).toEqual(['111122223333 live']);
    vi.advanceTimersByTime(2000);
    expect(states()).toEqual(['111122223333 expired']);
    await isDropped(session);
  });

  it('expires when AWS says so, and only for the session that it was said of', async () => {
    const session = newSession();
    const { store, states } = storeOf(ok(session));
    await store.signIn(CREDENTIALS);
    store.markExpired(newSession());
    expect(states()).toEqual(['111122223333 live']);
    store.markExpired(session);
    expect(states()).toEqual(['111122223333 expired']);
  });

  it('keeps the old picture while and after a new sign-in fails', async () => {
    const session = newSession();
    const { store, states } = storeOf(ok(session), fail(REFUSED));
    await store.signIn(CREDENTIALS);
    store.markExpired(session);
    const second = store.signIn(CREDENTIALS);
    expect(store.getSnapshot().isSigningIn).toBe(true);
    expect(states()).toEqual(['111122223333 expired']);
    await second;
    expect(states()).toEqual(['111122223333 expired']);
  });

  it('stays signed in when a second sign-in fails', async () => {
    const session = newSession();
    const { store } = storeOf(ok(session), fail(REFUSED));
    await store.signIn(CREDENTIALS);
    expect(await store.signIn(CREDENTIALS)).toEqual(REFUSED);
    expect(await canSign(session)).toBe(true);
  });

  it.each(['111122223333', '444455556666'])(
    'drops the credentials of the session that a new one, of %s, replaces',
    async (accountId) => {
      const first = newSession();
      const second = newSession(undefined, accountId);
      const { store, states } = storeOf(ok(first), ok(second));
      await store.signIn(CREDENTIALS);
      await store.signIn(CREDENTIALS);
      expect(states()).toEqual([`${accountId} live`]);
      await isDropped(first);
      expect(await canSign(second)).toBe(true);
    },
  );

  it('forgets a sign-in that ends after the page was cleared', async () => {
    const session = newSession();
    const late = later(ok(session));
    const { store, states } = storeOf(late.answer);
    const pending = store.signIn(CREDENTIALS);
    store.clear();
    late.give();
    expect(await pending).toMatchObject({ kind: 'other' });
    expect(states()).toEqual([]);
    await isDropped(session);
  });

  it('lets the later of two sign-ins win, whichever answers first', async () => {
    const first = later(ok(newSession()));
    const { store, states } = storeOf(first.answer, ok(newSession(undefined, '444455556666')));
    const slow = store.signIn(CREDENTIALS);
    await store.signIn(CREDENTIALS);
    first.give();
    await slow;
    expect(states()).toEqual(['444455556666 live']);
  });
});

describe('credentials that renew', () => {
  it('are renewed before they end, with nobody at the keyboard, and the time left grows', async () => {
    const provide = vi.fn(() => Promise.resolve(ok(expiring('2026-11-25T14:00:00.000Z'))));
    const source: CredentialSource = { kind: 'assumed-role', words: 'of a role', renews: true, provide };
    const { store, states } = storeOf(ok(sessionOf(source, expiring('2026-11-25T13:00:00.000Z'))));
    await store.signIn(CREDENTIALS);
    await vi.advanceTimersByTimeAsync(54 * 60_000);
    expect(provide).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(provide).toHaveBeenCalledOnce();
    expect(store.getSnapshot().sessions[0]?.expiresAt).toBe('2026-11-25T14:00:00.000Z');
    await vi.advanceTimersByTimeAsync(30 * 60_000);
    expect(states()).toEqual(['111122223333 live']);
  });

  it('tell why they were not, go on to their end, and expire then', async () => {
    const provide = () => Promise.resolve(fail(REFUSED));
    const source: CredentialSource = { kind: 'assumed-role', words: 'of a role', renews: true, provide };
    const { store, states } = storeOf(ok(sessionOf(source, expiring('2026-11-25T13:00:00.000Z'))));
    await store.signIn(CREDENTIALS);
    await vi.advanceTimersByTimeAsync(56 * 60_000);
    expect(store.getSnapshot().sessions[0]).toMatchObject({ state: 'live', renewalFailure: REFUSED });
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(states()).toEqual(['111122223333 expired']);
  });
});

describe('several accounts', () => {
  const OTHER = '444455556666';
  const THIRD = '777788889999';

  it('open beside each other, and one that is refused hides no other', async () => {
    const { store, states } = storeOf(ok(newSession()), fail(REFUSED), ok(newSession(undefined, THIRD)));
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER), account(THIRD)]);
    await vi.waitFor(() => expect(states()).toEqual(['111122223333 live', `${THIRD} live`]));
    expect(store.getSnapshot().openings).toEqual([{ request: account(OTHER), error: REFUSED }]);
    store.dismissOpening(account(OTHER).role.roleArn);
    expect(store.getSnapshot().openings).toEqual([]);
  });

  it('take the place of the one that could not be opened before', async () => {
    const { store, states } = storeOf(ok(newSession()), fail(REFUSED), ok(newSession(undefined, OTHER)));
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(store.getSnapshot().openings[0]?.error).toEqual(REFUSED));
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toEqual(['111122223333 live', `${OTHER} live`]));
    expect(store.getSnapshot().openings).toEqual([]);
  });

  it('are read in the regions of their preset', async () => {
    const { store } = storeOf(ok(newSession()), ok(newSession(undefined, OTHER)));
    await store.signIn(CREDENTIALS);
    store.openAccounts([{ ...account(OTHER), regions: ['eu-west-1'] }]);
    await vi.waitFor(() => expect(store.getSnapshot().sessions).toHaveLength(2));
    expect(store.getSnapshot().sessions.map(({ config }) => config.regions)).toEqual([
      undefined,
      ['eu-west-1'],
    ]);
  });

  it('sign out one by one, or all at once', async () => {
    const [first, second] = [newSession(), newSession(undefined, OTHER)];
    const { store, states } = storeOf(ok(first), ok(second));
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toHaveLength(2));
    store.signOut(second);
    expect(states()).toEqual(['111122223333 live', `${OTHER} signed-out`]);
    await isDropped(second);
    expect(await canSign(first)).toBe(true);
    store.signOut();
    expect(states()).toEqual(['111122223333 signed-out', `${OTHER} signed-out`]);
    await isDropped(first);
  });

  it('leave the screen one by one', async () => {
    const { store, states } = storeOf(ok(newSession()), ok(newSession(undefined, OTHER)));
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toHaveLength(2));
    const [first] = store.getSnapshot().sessions;
    if (first) store.remove(first.session);
    expect(states()).toEqual([`${OTHER} live`]);
    expect(store.getSnapshot().canOpenAccounts).toBe(false);
  });

  it('come back together when the one that opened them signs in again', async () => {
    const back = [newSession(), newSession(undefined, OTHER)] as const;
    const { store, states, assumed } = storeOf(
      ok(newSession()),
      ok(newSession(undefined, OTHER)),
      ok(back[0]),
      ok(back[1]),
    );
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toHaveLength(2));
    store.signOut();
    await store.signIn(CREDENTIALS);
    await vi.waitFor(() => expect(states()).toEqual(['111122223333 live', `${OTHER} live`]));
    expect(store.getSnapshot().sessions.map(({ session }) => session)).toEqual(back);
    expect(assumed).toEqual([OTHER, OTHER]);
  });

  it('go when somebody signs in to another account', async () => {
    const opened = newSession(undefined, OTHER);
    const { store, states } = storeOf(ok(newSession()), ok(opened), ok(newSession(undefined, THIRD)));
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toHaveLength(2));
    await store.signIn(CREDENTIALS);
    expect(states()).toEqual([`${THIRD} live`]);
    await isDropped(opened);
  });

  it('are forgotten when they open after a sign-out', async () => {
    const opened = newSession(undefined, OTHER);
    const late = later(ok(opened));
    const { store, states } = storeOf(ok(newSession()), late.answer);
    await store.signIn(CREDENTIALS);
    store.openAccounts([account(OTHER)]);
    await vi.advanceTimersByTimeAsync(0);
    store.signOut();
    late.give();
    await vi.advanceTimersByTimeAsync(0);
    expect(states()).toEqual(['111122223333 signed-out']);
    await isDropped(opened);
  });

  it('are opened with the same credentials still when the same account is opened through a role', async () => {
    const { store, states, assumed } = storeOf(
      ok(newSession()),
      ok(newSession()),
      ok(newSession(undefined, OTHER)),
    );
    await store.signIn(CREDENTIALS);
    store.openAccounts([account('111122223333')]);
    await vi.waitFor(() => expect(store.getSnapshot().openings).toEqual([]));
    store.openAccounts([account(OTHER)]);
    await vi.waitFor(() => expect(states()).toEqual(['111122223333 live', `${OTHER} live`]));
    expect(assumed).toEqual(['111122223333', OTHER]);
  });

  it('say so when there are no credentials left to open one with', async () => {
    const { store } = storeOf();
    store.openAccounts([account(OTHER)]);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getSnapshot().openings).toMatchObject([
      { error: { message: expect.stringContaining('no credentials') } },
    ]);
  });
});
