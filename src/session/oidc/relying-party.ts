import { OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { SignInError } from '../session.ts';
import { type Issuer, signOutAddress } from './issuer.ts';
import { isSafeUrl } from './issuer-config.ts';
import { explainOidcFailure, notOurs, STRANGE_ANSWER } from './oidc-error.ts';
import { PENDING_PREFIX, type PendingSignIn, readPending } from './pending-sign-in.ts';
import { reach, unreachedError } from './reach.ts';
import { checkIdToken, type Person, personOf } from './token-claims.ts';
import { keepTokens, type TokenKeeper } from './token-keeper.ts';

/** The app, as issuers see it. */
export interface RelyingParty {
  /** Where issuers send people back to: the root of the app, with no query. */
  readonly redirectUri: string;
  /** Of this tab. Holds `state`, `nonce` and the PKCE verifier while a person is at the issuer's page, and nothing else. */
  readonly storage: Storage;
  readonly now: () => Date;
}

export interface FinishedSignIn {
  readonly issuer: Issuer;
  readonly person: Person;
  readonly tokens: TokenKeeper;
}

const TIMEOUT_S = 15;

/**
 * Begins a sign-in by the authorization code grant with PKCE, a `state` and a `nonce`. Gives the address of the issuer's page
 * to go to. Asks first whether this page can reach the issuer: an error is easier to read here than on the way back.
 */
export async function beginSignIn(
  issuer: Issuer,
  view: string,
  app: RelyingParty,
): Promise<Result<string, SignInError>> {
  const client = clientOf(issuer, app);
  if (issuer.endpoints) {
    const reached = await reach(issuer.endpoints.token);
    if (reached !== 'reached') return fail(unreachedError(issuer.endpoints.token, reached));
  }
  try {
    const wrong = await checkMetadata(client, issuer);
    if (wrong) return fail(wrong);
    const pending: PendingSignIn = { issuer: issuer.key, view };
    const { url } = await client.createSigninRequest({
      state: pending,
      nonce: crypto.randomUUID(),
      extraQueryParams: { ...issuer.extraQuery },
    });
    return ok(url);
  } catch (error) {
    return fail(await explainOidcFailure(error, issuer, client.settings.metadataUrl));
  }
}

/** Ends a sign-in with the query of the address that the issuer sent the person back to. Each answer counts once. */
export async function finishSignIn(
  issuers: readonly Issuer[],
  answer: URLSearchParams,
  app: RelyingParty,
): Promise<Result<FinishedSignIn, SignInError>> {
  const state = answer.get('state');
  const pending = readPending(app.storage, state);
  if (pending === undefined) return fail(STRANGE_ANSWER);
  const issuer = issuers.find(({ key }) => key === pending.issuer);
  if (issuer === undefined) {
    app.storage.removeItem(`${PENDING_PREFIX}${state}`);
    return fail(NO_LONGER_OFFERED);
  }
  const client = clientOf(issuer, app);
  let asked = client.settings.metadataUrl;
  try {
    const iss = await client.metadataService.getIssuer();
    asked = (await client.metadataService.getTokenEndpoint(false)) ?? asked;
    const said = answer.get('iss');
    // Keeps one issuer from answering for another (RFC 9207).
    if (said !== null && said !== iss) {
      app.storage.removeItem(`${PENDING_PREFIX}${state}`);
      return fail(notOurs(issuer, `the answer is from ${said}`));
    }
    const response = await client.processSigninResponse(`${app.redirectUri}?${answer}`);
    const expected = { issuer: iss ?? issuer.authority, clientId: issuer.clientId };
    const checked = checkIdToken(response.profile, expected, app.now());
    if (!checked.ok) return fail(notOurs(issuer, checked.error));
    const endSession = await client.metadataService.getEndSessionEndpoint();
    return ok({
      issuer,
      person: personOf(response.profile, issuer.label, signOutAddress(issuer, endSession, app.redirectUri)),
      tokens: keepTokens({ client, issuer, iss: expected.issuer, now: app.now }, response, checked.value),
    });
  } catch (error) {
    return fail(await explainOidcFailure(error, issuer, asked));
  }
}

function clientOf(issuer: Issuer, app: RelyingParty): OidcClient {
  const { authority, clientId, scope, endpoints } = issuer;
  return new OidcClient({
    authority,
    client_id: clientId,
    redirect_uri: app.redirectUri,
    scope,
    ...(endpoints && {
      metadata: {
        issuer: authority,
        authorization_endpoint: endpoints.authorize,
        token_endpoint: endpoints.token,
        revocation_endpoint: endpoints.revoke,
      },
    }),
    stateStore: new WebStorageStateStore({ prefix: PENDING_PREFIX, store: app.storage }),
    filterProtocolClaims: false,
    fetchRequestCredentials: 'omit',
    requestTimeoutInSeconds: TIMEOUT_S,
  });
}

/** A discovery document must be about the issuer that was asked, and must not lead people to an unencrypted page. */
async function checkMetadata(client: OidcClient, issuer: Issuer): Promise<SignInError | undefined> {
  const { issuer: iss, authorization_endpoint, token_endpoint } = await client.metadataService.getMetadata();
  if (withoutSlash(iss ?? '') !== withoutSlash(issuer.authority)) {
    return wrongMetadata(issuer, `it says that the issuer is ${iss ?? 'nobody'}`);
  }
  const unsafe = [authorization_endpoint, token_endpoint].find((url) => !isSafeUrl(url ?? ''));
  return unsafe === undefined ? undefined : wrongMetadata(issuer, 'it names an endpoint without https');
}

function wrongMetadata(issuer: Issuer, why: string): SignInError {
  return {
    kind: 'config',
    message: `The discovery document of ${issuer.label} can't be used: ${why}.`,
    advice: `Whoever hosts this page has to check "authority" in config.json, which is ${issuer.authority}.`,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}

const NO_LONGER_OFFERED: SignInError = {
  kind: 'config',
  message: 'The issuer that you signed in at is no longer in config.json.',
  advice: 'Choose another way to sign in, or ask whoever hosts this page.',
};
