import { useSyncExternalStore } from 'react';
import { fail } from '../base/result.ts';
import type { AppConfig } from '../session/config.ts';
import { credentialNews, dropCredentials } from '../session/credential-vault.ts';
import type { StsCredentials } from '../session/pasted-credentials.ts';
import { type EndpointChoice, type Session, type SignInError, signInWith } from '../session/session.ts';
import { type PlanSignIn, withCredentials } from '../session/sign-in-plan.ts';
import type { AccountRequest } from '../session/sts/role-request.ts';
import { appConfig } from './app-config.ts';
import { type Base, type Proof, prove, proveAccount, type SessionStoreParts } from './prove-session.ts';
import { type HeldSession, NOBODY, type SessionState, withoutOpening, withSession } from './session-state.ts';
import { watchSession } from './watch-session.ts';

export interface SessionStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SessionState;
  /** Signs in with credentials as they are; see `signInBy`. */
  readonly signIn: (
    credentials: StsCredentials,
    region?: string,
    endpoints?: EndpointChoice,
  ) => Promise<SignInError | undefined>;
  /**
   * Gives why it failed; whoever was signed in before stays so then. Signing in again to an account on screen keeps all that
   * is there, and opens the accounts again that were opened beside it; signing in to another account begins anew.
   */
  readonly signInBy: (
    plan: PlanSignIn,
    region?: string,
    endpoints?: EndpointChoice,
  ) => Promise<SignInError | undefined>;
  /** Opens accounts beside those on screen. Each may fail without harm to the others: see `openings`. */
  readonly openAccounts: (requests: readonly AccountRequest[]) => void;
  /** Takes an account off the list of those that could not be opened, or are still being opened. */
  readonly dismissOpening: (roleArn: string) => void;
  /** Drops the credentials of one session, or of all, and keeps the picture. */
  readonly signOut: (session?: Session) => void;
  /** AWS said that the credentials of this session have expired. */
  readonly markExpired: (session: Session) => void;
  /** Takes one account off the screen, credentials and picture. */
  readonly remove: (session: Session) => void;
  /** Takes everything off the screen. */
  readonly clear: () => void;
}

export function createSessionStore(parts: SessionStoreParts): SessionStore {
  let state = NOBODY;
  let base: Base | undefined;
  /** Grows with each sign-in, so that an answer that comes late changes nothing. */
  let lastTry = 0;
  const watches = new Map<Session, () => void>();
  const listeners = new Set<() => void>();

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change, canOpenAccounts: base !== undefined };
    for (const listener of listeners) listener();
  };

  /** Drops credentials, unless further accounts are opened with them. */
  const drop = (session: Session): void => {
    watches.get(session)?.();
    watches.delete(session);
    if (base?.key !== session) dropCredentials(session);
  };
  const setBase = (next: Base | undefined): void => {
    const before = base;
    base = next;
    if (before && before.key !== next?.key && !isLive(before.key)) dropCredentials(before.key);
  };
  const isLive = (key: object): boolean =>
    state.sessions.some((held) => held.session === key && held.state === 'live');

  const leave = (session: Session, as: 'expired' | 'signed-out'): void => {
    if (!isLive(session)) return;
    if (base?.key === session) base = undefined;
    drop(session);
    set(withSession(state, session, { state: as }));
  };

  const watch = (session: Session): void => {
    watches.set(
      session,
      watchSession(session, parts.now, {
        onNews: () => set(withSession(state, session, newsOf(session))),
        onEnd: () => leave(session, 'expired'),
      }),
    );
  };

  /** Puts a session on screen; one of the same account gives way to it. */
  const hold = (held: HeldSession, others: readonly HeldSession[]): void => {
    const before = state.sessions.find(({ session }) => isSameAccount(session, held.session));
    if (before) drop(before.session);
    set({
      sessions: others.some(({ session }) => session === before?.session)
        ? others.map((other) => (other === before ? held : other))
        : [...others, held],
      openings: held.request ? withoutOpening(state.openings, held.request.role.roleArn) : state.openings,
    });
    watch(held.session);
  };

  const signInBy: SessionStore['signInBy'] = async (plan, region, endpoints) => {
    lastTry += 1;
    const mine = lastTry;
    set({ isSigningIn: true });
    const result = await prove(parts, plan, region, endpoints);
    if (mine !== lastTry) {
      if (result.ok) forgetProof(result.value);
      return SUPERSEDED;
    }
    set({ isSigningIn: false });
    if (!result.ok) return result.error;

    const { session, config, baseKey } = result.value;
    const isBack = state.sessions.some((held) => isSameAccount(held.session, session));
    const kept = isBack ? state.sessions : [];
    setBase({ key: baseKey, region: session.startRegion, config });
    for (const held of isBack ? [] : state.sessions) drop(held.session);
    const again = [
      ...kept.flatMap(({ session: old, request }) =>
        request && !isSameAccount(old, session) ? [request] : [],
      ),
      ...(isBack ? state.openings.map(({ request }) => request) : []),
    ];
    set({ openings: [] });
    hold(heldOf(result.value), kept);
    openAccounts(again);
    return undefined;
  };

  const openAccounts = (requests: readonly AccountRequest[]): void => {
    for (const request of requests) void open(request);
  };

  const open = async (request: AccountRequest): Promise<void> => {
    const opening = { request };
    const { roleArn } = request.role;
    set({ openings: [...withoutOpening(state.openings, roleArn), opening] });
    const result = base ? await proveAccount(parts, base, request) : fail(NOBODY_TO_OPEN_WITH);
    if (!state.openings.includes(opening)) {
      if (result.ok) dropCredentials(result.value.session);
    } else if (result.ok) {
      hold(heldOf(result.value), state.sessions);
    } else {
      const failed = { request, error: result.error };
      set({ openings: state.openings.map((each) => (each === opening ? failed : each)) });
    }
  };

  const signOutAll = (): void => {
    setBase(undefined);
    set({ openings: [] });
    for (const { session } of state.sessions) leave(session, 'signed-out');
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    signIn: (credentials, region, endpoints) =>
      signInBy(withCredentials(credentials), startRegionIn(credentials, region), endpoints),
    signInBy,
    openAccounts,
    dismissOpening: (roleArn) => set({ openings: withoutOpening(state.openings, roleArn) }),
    signOut: (session) => (session ? leave(session, 'signed-out') : signOutAll()),
    markExpired: (session) => leave(session, 'expired'),
    remove: (session) => {
      leave(session, 'signed-out');
      set({ sessions: state.sessions.filter((held) => held.session !== session) });
    },
    clear: () => {
      lastTry += 1;
      signOutAll();
      set(NOBODY);
    },
  };
}

/** The app's own store. */
export const sessionStore: SessionStore = createSessionStore({
  signIn: signInWith,
  assume: async (base, request, region, config) => {
    const { accountSource } = await import('../session/sts/account-source.ts');
    return accountSource(base, request, region, config);
  },
  config: appConfig,
  now: () => Date.now(),
});

/** Who is signed in. */
export function useSessions(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.getSnapshot);
}

const SUPERSEDED: SignInError = {
  kind: 'other',
  message: 'This sign-in was stopped, as another one began or the page was cleared.',
  advice: 'Sign in again if you still want to.',
};

const NOBODY_TO_OPEN_WITH: SignInError = {
  kind: 'credentials-expired',
  message: 'There are no credentials left to open this account with.',
  advice: 'Sign in again: the account is opened by itself then.',
};

function heldOf({ session, config, account }: Proof): HeldSession {
  return {
    session,
    config: inRegionsOf(account, config),
    state: 'live',
    request: account,
    ...newsOf(session),
  };
}

function inRegionsOf(account: AccountRequest | undefined, config: AppConfig): AppConfig {
  return account?.regions ? { ...config, regions: account.regions } : config;
}

function forgetProof({ session, baseKey }: Proof): void {
  dropCredentials(session);
  dropCredentials(baseKey);
}

function newsOf(session: Session): Pick<HeldSession, 'expiresAt' | 'renewalFailure'> {
  const { expiresAt, failure } = credentialNews(session);
  return { expiresAt, renewalFailure: failure };
}

function isSameAccount(one: Session, other: Session): boolean {
  return one.accountId === other.accountId && one.partition === other.partition;
}

/** The region of the field, else the one that the paste named. */
function startRegionIn(credentials: StsCredentials, field: string | undefined): string | undefined {
  return field?.trim() || credentials.region;
}
