import { useSyncExternalStore } from 'react';
import type { Issuer } from '../session/oidc/issuer.ts';
import { issuersOf } from '../session/oidc/issuer.ts';
import { readPending } from '../session/oidc/pending-sign-in.ts';
import type { RelyingParty } from '../session/oidc/relying-party.ts';
import type { SignInError } from '../session/session.ts';
import { appConfig, useAppConfig } from './app-config.ts';
import { tabStorage, takeAnswer, takeUnanswered } from './issuer-answer.ts';
import { handOver, takeOver } from './issuer-window.ts';
import { sessionStore } from './session-store.ts';

/** How far a sign-in at an issuer's page has got. */
export type IssuerSignIn =
  | { readonly status: 'idle' }
  /** On the way to the page of the issuer with this key. */
  | { readonly status: 'leaving'; readonly issuer: string }
  /** A window shows that page. */
  | { readonly status: 'elsewhere'; readonly issuer: string }
  /** Back with an answer, which is being checked. */
  | { readonly status: 'returning' }
  /** Back by hand, with no answer. */
  | { readonly status: 'unanswered'; readonly issuer: string }
  | { readonly status: 'failed'; readonly error: SignInError }
  /** This window's answer went to the tab that asked for it. */
  | { readonly status: 'handed-over' };

let state: IssuerSignIn = { status: 'idle' };
let stopWaiting: (() => void) | undefined;
const listeners = new Set<() => void>();

/** The issuers that `config.json` offers. */
export function useIssuers(): readonly Issuer[] {
  const config = useAppConfig();
  return config?.ok ? issuersOf(config.value) : [];
}

export function useIssuerSignIn(): IssuerSignIn {
  return useSyncExternalStore(subscribe, () => state);
}

/** The address that issuers must allow as a callback and as a sign-out address: the root of this app. */
export function redirectUri(): string {
  return new URL('.', location.href.replace(/[?#].*$/s, '')).href;
}

/** At the start of the page, before anything reads the address: ends a sign-in that comes back with it. */
export function resumeIssuerSignIn(): void {
  const answer = takeAnswer();
  // A page that the browser kept as it was while the person was away.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && state.status === 'leaving') lookForUnanswered();
  });
  if (answer === undefined) lookForUnanswered();
  else if (isOurs(answer)) void finish(answer);
  else void passOn(answer);
}

/** Leads this page to the issuer's, and remembers the view. */
export async function signInAtIssuer(issuer: Issuer): Promise<void> {
  const address = await begin(issuer, location.search);
  if (address !== undefined) location.assign(address);
}

/** Opens the issuer's page in a window, so that this page keeps its picture. To be called by a click. */
export async function signInInWindow(issuer: Issuer): Promise<void> {
  const page = open('', 'rolewire-sign-in', 'popup,width=520,height=720');
  if (page === null) {
    set({ status: 'failed', error: NO_WINDOW });
    return;
  }
  const address = await begin(issuer, '');
  if (address === undefined) {
    page.close();
    return;
  }
  stopWaiting?.();
  stopWaiting = takeOver(isOurs, (answer) => void finish(answer));
  set({ status: 'elsewhere', issuer: issuer.key });
  page.location.href = address;
}

/** Puts a message away. */
export function dismissIssuerSignIn(): void {
  stopWaiting?.();
  stopWaiting = undefined;
  set({ status: 'idle' });
}

async function begin(issuer: Issuer, view: string): Promise<string | undefined> {
  set({ status: 'leaving', issuer: issuer.key });
  const app = relyingParty();
  if (app === undefined) {
    set({ status: 'failed', error: NO_STORAGE });
    return undefined;
  }
  try {
    const { beginSignIn } = await import('../session/oidc/relying-party.ts');
    const begun = await beginSignIn(issuer, view, app);
    if (begun.ok) return begun.value;
    set({ status: 'failed', error: begun.error });
  } catch {
    set({ status: 'failed', error: NOT_LOADED });
  }
  return undefined;
}

async function finish(answer: URLSearchParams): Promise<void> {
  stopWaiting?.();
  stopWaiting = undefined;
  set({ status: 'returning' });
  const app = relyingParty();
  const config = await appConfig();
  if (app === undefined || !config.ok) {
    // What is wrong with config.json stands on the first screen already.
    set(app === undefined ? { status: 'failed', error: NO_STORAGE } : { status: 'idle' });
    return;
  }
  try {
    const [{ finishSignIn }, { signInRegionOf, withIssuer }] = await Promise.all([
      import('../session/oidc/relying-party.ts'),
      import('../session/oidc/with-issuer.ts'),
    ]);
    const finished = await finishSignIn(issuersOf(config.value), answer, app);
    if (!finished.ok) {
      set({ status: 'failed', error: finished.error });
      return;
    }
    const error = await sessionStore.signInBy(withIssuer(finished.value), signInRegionOf(finished.value));
    if (error) finished.value.tokens.forget();
    set(error ? { status: 'failed', error } : { status: 'idle' });
  } catch {
    set({ status: 'failed', error: NOT_LOADED });
  }
}

async function passOn(answer: URLSearchParams): Promise<void> {
  set({ status: 'returning' });
  if (await handOver(answer)) {
    set({ status: 'handed-over' });
    close();
    return;
  }
  const { STRANGE_ANSWER } = await import('../session/oidc/oidc-error.ts');
  set({ status: 'failed', error: STRANGE_ANSWER });
}

function lookForUnanswered(): void {
  const issuer = takeUnanswered();
  set(issuer === undefined ? { status: 'idle' } : { status: 'unanswered', issuer });
}

function isOurs(answer: URLSearchParams): boolean {
  const storage = tabStorage();
  return storage !== undefined && readPending(storage, answer.get('state')) !== undefined;
}

function relyingParty(): RelyingParty | undefined {
  const storage = tabStorage();
  return storage && { redirectUri: redirectUri(), storage, now: () => new Date() };
}

function set(next: IssuerSignIn): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NOT_LOADED: SignInError = {
  kind: 'unreachable',
  message: 'The part of Rolewire that signs in could not be loaded.',
  advice: 'Check the connection to the server of this page, then load the page again.',
};

const NO_STORAGE: SignInError = {
  kind: 'other',
  message: 'This browser does not let the page remember a sign-in while you are away.',
  advice: 'Allow this site to store data (cookies and site data), then sign in again.',
};

const NO_WINDOW: SignInError = {
  kind: 'other',
  message: 'The browser did not open a window for the sign-in.',
  advice: 'Allow pop-up windows for this page, then sign in again: the picture stays meanwhile.',
};
