import type { Result } from '../base/result.ts';
import type { IsoTime } from '../inventory/ids.ts';
import type { Person } from './oidc/token-claims.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import type { SignInError } from './session.ts';

/**
 * Where the credentials of a session come from. Held in the vault only: its closures know keys, tokens and answers of identity
 * providers. What a reader may see of it is a {@link CredentialOrigin}.
 */
export interface CredentialSource extends CredentialOrigin {
  /** Gets credentials, new ones at each call where the source renews. Never throws; the failure is fit to be shown. */
  readonly provide: () => Promise<Result<StsCredentials, SignInError>>;
  /** Gives up what the source holds, such as a refresh token: its credentials are wanted no more. */
  readonly forget?: (() => void) | undefined;
}

/** What may be shown of a source. Holds no secret. */
export interface CredentialOrigin {
  readonly kind: CredentialSourceKind;
  /** Completes "The credentials are …": `those that were pasted`, `of role audit, got with those that were pasted`. */
  readonly words: string;
  /** Whether new credentials can be had before the old ones end, with nobody at the keyboard. */
  readonly renews: boolean;
  /** Until when it renews, where what it renews from ends too. */
  readonly renewsUntil?: IsoTime | undefined;
  /** Who signed in, where it was at an issuer's page. */
  readonly person?: Person | undefined;
}

/**
 * - `static`: keys as they were pasted.
 * - `session-token`: `sts:GetSessionToken` of long-lived keys.
 * - `assumed-role`: `sts:AssumeRole`, after one hop or two.
 * - `web-identity`: `sts:AssumeRoleWithWebIdentity`.
 * - `saml`: `sts:AssumeRoleWithSAML`.
 * - `cognito-identity`: a Cognito identity pool, after a sign-in at a user pool.
 */
type CredentialSourceKind =
  | 'static'
  | 'session-token'
  | 'assumed-role'
  | 'web-identity'
  | 'saml'
  | 'cognito-identity';

/** The source of credentials that are there already. */
export function staticSource(credentials: StsCredentials): CredentialSource {
  return {
    kind: 'static',
    words: credentials.sessionToken === undefined ? 'keys that were pasted' : 'those that were pasted',
    renews: false,
    provide: () => Promise.resolve({ ok: true, value: credentials }),
  };
}

/** What may be shown of a source. */
export function originOf({ kind, words, renews, renewsUntil, person }: CredentialSource): CredentialOrigin {
  return {
    kind,
    words,
    renews,
    ...(renewsUntil === undefined ? {} : { renewsUntil }),
    ...(person === undefined ? {} : { person }),
  };
}
