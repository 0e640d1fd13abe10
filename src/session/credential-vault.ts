import { fail, type Result } from '../base/result.ts';
import type { IsoTime } from '../inventory/ids.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import type { Renewal } from './renewal.ts';
import type { SignInError } from './session.ts';

/** What the SDK's signer asks for. Structurally the SDK's `AwsCredentialIdentity`, so that this file needs no SDK. */
interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** Where the credentials renew: tells the SDK's clients when to ask for the next ones. */
  readonly expiration?: Date | undefined;
}

export type CredentialProvider = () => Promise<SigningCredentials>;

/** Thrown when a call wants to be signed after the credentials were dropped. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** Thrown when a call wants to be signed after the credentials ended and could not be renewed. */
export class NotRenewedError extends Error {
  override readonly name = 'NotRenewedError';
  readonly why: SignInError;

  constructor(why: SignInError) {
    super(why.message);
    this.why = why;
  }
}

/**
 * The one place where credentials live: outside every object that is printed, stored, compared or handed to React. Keyed by
 * the session's identity, so whoever holds no session reaches nothing, and a copy of a session opens nothing.
 */
const vault = new WeakMap<object, Renewal>();

/** Puts the credentials of a session away. */
export function keepCredentials(session: object, renewal: Renewal): void {
  vault.set(session, renewal);
}

/** Forgets the credentials of a session; calls that were not yet signed fail with {@link SignedOutError}. */
export function dropCredentials(session: object): void {
  const renewal = vault.get(session);
  vault.delete(session);
  renewal?.forget();
}

/** The credentials of a session, renewed where that is due: to get other credentials with them. */
export async function currentCredentials(session: object): Promise<Result<StsCredentials, SignInError>> {
  const credentials = await vault.get(session)?.current();
  return credentials === undefined || !vault.has(session) ? fail(DROPPED) : credentials;
}

/** A provider for the SDK's clients, which looks into the vault at each signature. */
export function credentialProvider(session: object): CredentialProvider {
  return async () => {
    const credentials = await currentCredentials(session);
    if (!credentials.ok) {
      throw credentials.error === DROPPED
        ? new SignedOutError(DROPPED.message)
        : new NotRenewedError(credentials.error);
    }
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials.value;
    return {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
      ...(expiration === undefined ? {} : { expiration: new Date(expiration) }),
    };
  };
}

const DROPPED: SignInError = {
  kind: 'credentials-expired',
  message: 'The credentials that this needs were dropped at a sign-out.',
  advice: 'Sign in again.',
};

/** How long the credentials of a session hold, and why they were not renewed. Nothing secret. */
export interface CredentialNews {
  /** Absent when they never end, or when nobody said when. */
  readonly expiresAt?: IsoTime | undefined;
  readonly failure?: SignInError | undefined;
}

/** How the credentials of a session stand; empty once they were dropped. */
export function credentialNews(session: object): CredentialNews {
  const renewal = vault.get(session);
  return { expiresAt: renewal?.expiresAt(), failure: renewal?.failure() };
}

/** Hears when {@link credentialNews} changes by a renewal. */
export function watchCredentials(session: object, listener: () => void): () => void {
  return vault.get(session)?.subscribe(listener) ?? nothing;
}

function nothing(): void {}
