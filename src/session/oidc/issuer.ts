import { partitionOfRegion } from '../../base/partitions.ts';
import type { AppConfig } from '../config.ts';
import { type CognitoConfig, isSafeUrl, type OidcConfig } from './issuer-config.ts';

/** Where a person can sign in by a browser: a Cognito user pool, or an OpenID Connect issuer. Nothing secret. */
export interface Issuer {
  /** Names the issuer over a reload of the page. */
  readonly key: string;
  readonly label: string;
  /** The `iss` of its tokens. */
  readonly authority: string;
  readonly clientId: string;
  /** Separated by spaces. */
  readonly scope: string;
  /** Where its endpoints are known; otherwise its discovery document names them. */
  readonly endpoints?: IssuerEndpoints | undefined;
  /** What goes into the address of its sign-in page besides OAuth's own. */
  readonly extraQuery: Readonly<Record<string, string>>;
  readonly leadsTo: IssuerTarget;
}

export interface IssuerEndpoints {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
}

/** How its ID token becomes AWS credentials. */
export type IssuerTarget =
  | { readonly kind: 'identity-pool'; readonly pool: CognitoConfig }
  | { readonly kind: 'web-identity'; readonly role: OidcConfig };

/** All that `config.json` offers, user pools first, in its order. */
export function issuersOf(config: AppConfig): readonly Issuer[] {
  return [...(config.cognito ?? []).map(userPool), ...(config.oidc ?? []).map(openIdIssuer)];
}

/** The region that an id such as `eu-west-1_AbCdEf` or `eu-west-1:0a1b…` begins with. */
export function regionOfId(id: string): string {
  return id.replace(/[_:].*$/s, '');
}

/**
 * Signs a person out of the issuer itself, so that the next sign-in asks for the password again; then leads back to
 * `returnTo`. `undefined` where the issuer has no such page. `endSession` is what its discovery document names.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html and OpenID Connect RP-Initiated Logout. Never
 * with an ID token in the address: issuers do without, and may ask the person.
 */
export function signOutAddress(
  { clientId, leadsTo }: Issuer,
  endSession: string | undefined,
  returnTo: string,
): string | undefined {
  const isPool = leadsTo.kind === 'identity-pool';
  const page = isPool ? new URL('/logout', leadsTo.pool.domain).href : endSession;
  if (page === undefined || !isSafeUrl(page)) return undefined;
  const address = new URL(page);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set(isPool ? 'logout_uri' : 'post_logout_redirect_uri', returnTo);
  return address.href;
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html */
function userPool(pool: CognitoConfig): Issuer {
  const region = regionOfId(pool.userPoolId);
  const suffix = partitionOfRegion(region)?.dnsSuffix ?? 'amazonaws.com';
  const at = (path: string): string => new URL(path, pool.domain).href;
  return {
    key: `cognito ${pool.label}`,
    label: pool.label,
    authority: pool.authority ?? `https://cognito-idp.${region}.${suffix}/${pool.userPoolId}`,
    clientId: pool.clientId,
    scope: pool.scopes.join(' '),
    endpoints: {
      authorize: at('/oauth2/authorize'),
      token: at('/oauth2/token'),
      revoke: at('/oauth2/revoke'),
    },
    extraQuery: pool.identityProvider === undefined ? {} : { identity_provider: pool.identityProvider },
    leadsTo: { kind: 'identity-pool', pool },
  };
}

function openIdIssuer(role: OidcConfig): Issuer {
  return {
    key: `oidc ${role.label}`,
    label: role.label,
    authority: role.authority,
    clientId: role.clientId,
    scope: role.scopes.join(' '),
    extraQuery: {},
    leadsTo: { kind: 'web-identity', role },
  };
}
