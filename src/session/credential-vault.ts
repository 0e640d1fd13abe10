/** What the SDK's signer asks for. Structurally the SDK's `AwsCredentialIdentity`, so that this file needs no SDK. */
interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

export type CredentialSource = () => Promise<SigningCredentials>;

/** Thrown when a call wants to be signed after the credentials were dropped. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/**
 * The one place where credentials live: outside every object that is printed, stored, compared or handed to React. Keyed by
 * the session's identity, so whoever holds no session reaches nothing, and a copy of a session opens nothing.
 */
const vault = new WeakMap<object, CredentialSource>();

/** Puts the credentials of a session away. */
export function keepCredentials(session: object, source: CredentialSource): void {
  vault.set(session, source);
}

/** Forgets the credentials of a session; calls that were not yet signed fail with {@link SignedOutError}. */
export function dropCredentials(session: object): void {
  vault.delete(session);
}

/** A provider for the SDK's clients, which looks into the vault at each signature. */
export function credentialSource(session: object): CredentialSource {
  return async () => {
    const source = vault.get(session);
    if (source === undefined) throw new SignedOutError('Signed out: the credentials were dropped.');
    return source();
  };
}
