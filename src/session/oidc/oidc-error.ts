import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts';
import type { SignInError } from '../session.ts';
import type { Issuer } from './issuer.ts';
import { reach, unreachedError } from './reach.ts';

/** The `state` of an answer is none that this tab asked with, or it was used before. */
export const STRANGE_ANSWER: SignInError = {
  kind: 'denied',
  message: 'This answer does not belong to a sign-in that this tab began, so it was not used.',
  advice:
    'It may have been used already, come from another tab, or been made up by somebody. If you want to sign in, begin here.',
};

/** What to tell a person after a failure of `oidc-client-ts`. Its errors hold codes and tokens: never pass them on. */
export async function explainOidcFailure(
  error: unknown,
  issuer: Issuer,
  askedUrl: string,
): Promise<SignInError> {
  if (error instanceof ErrorResponse) return refusal(issuer, error.error ?? '', error.error_description);
  if (error instanceof ErrorTimeout) return unreachedError(askedUrl, 'unreachable');
  // A browser gives one bare TypeError for no network, a missing CORS header, and its own policy.
  if (error instanceof TypeError) return unreachedError(askedUrl, await reach(askedUrl));
  const text = error instanceof Error ? error.message : '';
  if (/nonce/.test(text)) {
    return notOurs(issuer, 'its nonce is not the one of this sign-in, so it may have been put in its place');
  }
  if (/id_token|ID Token|token/i.test(text)) return notOurs(issuer, 'it does not fit to this sign-in');
  return {
    kind: 'other',
    message: `${issuer.label} gave an answer that is none of OpenID Connect.`,
    advice: 'Whoever hosts this page has to check the entry in config.json.',
  };
}

/** An ID token that must not be used, and why: `it is for another client`. */
export function notOurs(issuer: Issuer, why: string): SignInError {
  return {
    kind: 'denied',
    message: `The ID token from ${issuer.label} was not accepted: ${why}.`,
    advice: 'Sign in again. If it happens again, tell whoever hosts this page.',
  };
}

/** There is no token left to get another with. */
export function endedError(label: string): SignInError {
  return {
    kind: 'credentials-expired',
    message: `The sign-in at ${label} has ended.`,
    advice: 'Sign in again.',
  };
}

/** The error codes of RFC 6749 (4.1.2.1 and 5.2) and of OpenID Connect Core (3.1.2.6). */
function refusal(issuer: Issuer, code: string, description: string | null): SignInError {
  const { label } = issuer;
  // Cognito names a scope that the app client doesn't allow in the description only.
  const cause = code === 'invalid_request' && description === 'invalid_scope' ? description : code;
  const said = description ? ` It says: ${description.slice(0, MAX_DESCRIPTION)}` : '';
  switch (cause) {
    case 'access_denied':
    case 'login_required':
    case 'interaction_required':
    case 'consent_required':
    case 'account_selection_required':
      return {
        kind: 'denied',
        message: `${label} did not sign you in.${said}`,
        advice: 'Sign in again, or ask whoever manages your account there.',
      };
    case 'invalid_grant':
      return {
        kind: 'credentials-expired',
        message: `${label} does not accept the code of this sign-in: it is too old, was used already, or is for another address.`,
        advice: `Sign in again. If it happens again, the callback URL allowed at ${label} must be the address of this page, letter by letter.`,
      };
    case 'invalid_scope':
      return {
        kind: 'config',
        message: `${label} does not allow the scopes "${issuer.scope}".${said}`,
        advice:
          'Whoever hosts this page has to allow them for the client, or change "scopes" in config.json.',
      };
    case 'invalid_client':
    case 'unauthorized_client':
      return {
        kind: 'config',
        message: `${label} does not accept the client "${issuer.clientId}".${said}`,
        advice:
          'Whoever hosts this page has to check "clientId" in config.json; the client must have no secret and allow the ' +
          'authorization code grant.',
      };
    case 'server_error':
    case 'temporarily_unavailable':
      return {
        kind: 'unreachable',
        message: `${label} cannot sign anybody in at the moment.${said}`,
        advice: 'Try again in a minute.',
      };
    default:
      return {
        kind: 'other',
        message: `${label} refused the sign-in with ${code || 'an error without a code'}.${said}`,
        advice: 'Sign in again. If it happens again, whoever hosts this page has to check config.json.',
      };
  }
}

const MAX_DESCRIPTION = 300;
