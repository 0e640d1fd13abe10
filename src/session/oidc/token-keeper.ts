import type { OidcClient, SigninResponse, UseRefreshTokenArgs } from 'oidc-client-ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { SignInError } from '../session.ts';
import type { Issuer } from './issuer.ts';
import { endedError, explainOidcFailure, notOurs } from './oidc-error.ts';
import { checkIdToken, type IdTokenClaims } from './token-claims.ts';

/** The tokens of one sign-in, in this closure alone: they are in no storage, no state and no address. */
export interface TokenKeeper {
  /** An ID token that holds for another minute at least; a new one where the old one ends. */
  readonly idToken: () => Promise<Result<string, SignInError>>;
  /** Whether there is a refresh token. */
  readonly renews: boolean;
  /** Drops the tokens, and asks the issuer to take the refresh token back. */
  readonly forget: () => void;
}

/** Covers the call that the token is for, and a clock that is a little wrong. */
const RENEW_BEFORE_S = 60;

export interface KeeperParts {
  readonly client: OidcClient;
  readonly issuer: Issuer;
  /** The `iss` that each of its tokens must have. */
  readonly iss: string;
  readonly now: () => Date;
}

/** Keeps what the token endpoint gave; the claims of its ID token have been checked. */
export function keepTokens(
  parts: KeeperParts,
  first: SigninResponse,
  claims: Pick<IdTokenClaims, 'exp'>,
): TokenKeeper {
  const { client, issuer, iss, now } = parts;
  let held: Held | undefined = { tokens: first, exp: claims.exp };
  let renewing: Promise<Result<string, SignInError>> | undefined;

  const renew = async ({ tokens }: Held, refreshToken: string): Promise<Result<string, SignInError>> => {
    const tokenUrl = await client.metadataService.getTokenEndpoint(false);
    let answer: SigninResponse;
    try {
      answer = await client.useRefreshToken({ state: refreshState(tokens, refreshToken) });
    } catch (error) {
      const why = await explainOidcFailure(error, issuer, tokenUrl ?? issuer.authority);
      return fail(why.kind === 'credentials-expired' ? endedError(issuer.label) : why);
    }
    const checked = checkIdToken(answer.profile, { issuer: iss, clientId: issuer.clientId }, now());
    if (!checked.ok) return fail(notOurs(issuer, checked.error));
    // A sign-out in the meantime stands, for what has just come too.
    if (held === undefined) {
      if (answer.refresh_token !== undefined) void revoke(parts, answer.refresh_token);
      return fail(endedError(issuer.label));
    }
    held = { tokens: answer, exp: checked.value.exp };
    return ok(answer.id_token ?? '');
  };

  return {
    renews: first.refresh_token !== undefined,
    idToken: async () => {
      if (held === undefined) return fail(endedError(issuer.label));
      const left = held.exp - now().getTime() / 1000;
      if (left > RENEW_BEFORE_S) return ok(held.tokens.id_token ?? '');
      const refreshToken = held.tokens.refresh_token;
      if (refreshToken === undefined) {
        return left > 0 ? ok(held.tokens.id_token ?? '') : fail(endedError(issuer.label));
      }
      renewing ??= renew(held, refreshToken).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    forget: () => {
      const refreshToken = held?.tokens.refresh_token;
      held = undefined;
      if (refreshToken !== undefined) void revoke(parts, refreshToken);
    },
  };
}

interface Held {
  readonly tokens: SigninResponse;
  /** Of the ID token, in seconds since 1970. */
  readonly exp: number;
}

function refreshState(tokens: SigninResponse, refreshToken: string): UseRefreshTokenArgs['state'] {
  return {
    refresh_token: refreshToken,
    ...(tokens.id_token !== undefined && { id_token: tokens.id_token }),
    session_state: tokens.session_state,
    ...(tokens.scope !== undefined && { scope: tokens.scope }),
    profile: tokens.profile,
  };
}

/**
 * Best effort (RFC 7009): the token is forgotten here in any case, and not every issuer has such an endpoint. Goes on when the
 * page is left, and needs no leave to read the answer.
 */
async function revoke({ client, issuer }: KeeperParts, refreshToken: string): Promise<void> {
  try {
    const url = await client.metadataService.getRevocationEndpoint();
    if (url === undefined) return;
    const body = new URLSearchParams({
      token: refreshToken,
      token_type_hint: 'refresh_token',
      client_id: issuer.clientId,
    });
    await fetch(url, { method: 'POST', body, mode: 'no-cors', credentials: 'omit', keepalive: true });
  } catch {}
}
