import { useSyncExternalStore } from 'react';
import type { Result } from '../base/result.ts';
import type { AppConfig } from '../session/config.ts';
import { dropCredentials } from '../session/credential-vault.ts';
import type { StsCredentials } from '../session/pasted-credentials.ts';
import {
  type EndpointChoice,
  signIn as proveAndSignIn,
  type Session,
  type SignInError,
  startRegionOf,
} from '../session/session.ts';
import { appConfig, type ConfigResult } from './app-config.ts';

/**
 * Who is signed in, and whose picture is on screen. Credentials are in none of it. `session` of the last two is the one whose
 * picture stays, as of its time, until it is cleared or another sign-in takes its place.
 */
export type SessionState =
  | { readonly status: 'signed-out' }
  | { readonly status: 'signing-in'; readonly session?: Session | undefined }
  | { readonly status: 'signed-in'; readonly session: Session; readonly config: AppConfig }
  | { readonly status: 'expired'; readonly session: Session }
  | { readonly status: 'signed-out-with-picture'; readonly session: Session };

export interface SessionStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => SessionState;
  /** Gives why it failed; whoever was signed in before stays so then. */
  readonly signIn: (
    credentials: StsCredentials,
    region?: string,
    endpoints?: EndpointChoice,
  ) => Promise<SignInError | undefined>;
  /** Drops the credentials and keeps the picture. */
  readonly signOut: () => void;
  /** AWS said that the credentials of this session have expired. */
  readonly markExpired: (session: Session) => void;
  /** Takes the picture off the screen too. */
  readonly clear: () => void;
}

/** What the store needs from outside; a test gives its own. */
export interface SessionStoreParts {
  readonly signIn: (
    credentials: StsCredentials,
    region: string,
    config: AppConfig,
  ) => Promise<Result<Session, SignInError>>;
  readonly config: () => Promise<ConfigResult>;
  readonly now: () => number;
}

export function createSessionStore(parts: SessionStoreParts): SessionStore {
  let state: SessionState = { status: 'signed-out' };
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each try, so that an answer that comes late changes nothing. */
  let lastTry = 0;
  const listeners = new Set<() => void>();

  const set = (next: SessionState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const leave = (status: 'expired' | 'signed-out-with-picture'): void => {
    if (state.status !== 'signed-in') return;
    clearTimeout(expiryTimer);
    dropCredentials(state.session);
    set({ status, session: state.session });
  };

  const watchExpiry = (session: Session): void => {
    clearTimeout(expiryTimer);
    if (session.expiresAt === undefined) return;
    const left = Date.parse(session.expiresAt) - parts.now();
    // Timers hold at most 31 bits of milliseconds, and a sleeping computer stops them: look again now and then.
    expiryTimer = setTimeout(
      () => {
        if (state.status !== 'signed-in' || state.session !== session) return;
        if (left <= LOOK_AGAIN_MS) leave('expired');
        else watchExpiry(session);
      },
      Math.max(0, Math.min(left, LOOK_AGAIN_MS)),
    );
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    signIn: async (credentials, region, endpoints) => {
      lastTry += 1;
      const mine = lastTry;
      const before: SessionState = state.status === 'signing-in' ? fallback(state.session) : state;
      if (state.status !== 'signed-in') set({ status: 'signing-in', session: sessionOf(state) });

      const result = await prove(parts, credentials, region, endpoints);
      if (mine !== lastTry) {
        if (result.ok) dropCredentials(result.value.session);
        return SUPERSEDED;
      }
      if (!result.ok) {
        // An expiry or a sign-out in the meantime stands.
        if (state.status === 'signing-in') set(before);
        return result.error;
      }
      const previous = sessionOf(state);
      if (previous) dropCredentials(previous);
      set({ status: 'signed-in', ...result.value });
      watchExpiry(result.value.session);
      return undefined;
    },
    signOut: () => leave('signed-out-with-picture'),
    markExpired: (session) => {
      if (sessionOf(state) === session) leave('expired');
    },
    clear: () => {
      lastTry += 1;
      leave('signed-out-with-picture');
      if (state.status !== 'signed-out') set({ status: 'signed-out' });
    },
  };
}

/** The session whose picture is, or may be, on screen. */
export function sessionOf(state: SessionState): Session | undefined {
  return state.status === 'signed-out' ? undefined : state.session;
}

/** The app's own store: one tab, one session. */
export const sessionStore: SessionStore = createSessionStore({
  signIn: proveAndSignIn,
  config: appConfig,
  now: () => Date.now(),
});

/** Who is signed in. */
export function useSession(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.getSnapshot);
}

const LOOK_AGAIN_MS = 30_000;

const SUPERSEDED: SignInError = {
  kind: 'other',
  message: 'This sign-in was stopped, as another one began or the page was cleared.',
  advice: 'Sign in again if you still want to.',
};

async function prove(
  parts: SessionStoreParts,
  credentials: StsCredentials,
  region: string | undefined,
  endpoints: EndpointChoice | undefined,
): Promise<Result<{ readonly session: Session; readonly config: AppConfig }, SignInError>> {
  const loaded = await parts.config();
  if (!loaded.ok) {
    const advice = 'Whoever hosts this page has to put config.json right; nothing was sent to AWS.';
    return { ok: false, error: { kind: 'config', message: loaded.error.message, advice } };
  }
  const config: AppConfig = { ...loaded.value, ...endpoints };
  const startRegion = startRegionOf(region, credentials.region, config);
  const proven = await parts
    .signIn(credentials, startRegion, config)
    .catch((): Result<Session, SignInError> => ({ ok: false, error: NOT_LOADED }));
  return proven.ok ? { ok: true, value: { session: proven.value, config } } : proven;
}

const NOT_LOADED: SignInError = {
  kind: 'unreachable',
  message: 'The part of Rolewire that talks to AWS could not be loaded.',
  advice: 'Check the connection to the server of this page, then load the page again.',
};

function fallback(session: Session | undefined): SessionState {
  return session ? { status: 'signed-out-with-picture', session } : { status: 'signed-out' };
}
