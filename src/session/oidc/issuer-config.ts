import * as v from 'valibot';

/**
 * A Cognito user pool to sign in at, and the identity pool that gives AWS credentials to whoever signed in there:
 *
 * - `label`: what the button says, "Sign in with …".
 * - `userPoolId`, `clientId`: the pool, and an app client without a secret that allows the authorization code grant.
 * - `domain`: the host of the pool's managed login, `shop.auth.eu-west-1.amazoncognito.com` or a custom one.
 * - `identityPoolId`: takes that user pool and client as a provider, and has a role for authenticated identities.
 * - `region`: where to sign in to AWS; the user pool's region if left out.
 * - `scopes`: `["openid"]` if left out. The app client must allow each.
 * - `identityProvider`: leads straight to a SAML or social provider of the pool, past the pool's own page.
 * - `authority`: the `iss` of the tokens where it isn't AWS's own, as some local servers have it.
 */
export type CognitoConfig = v.InferOutput<typeof CognitoSchema>;

/**
 * An OpenID Connect issuer to sign in at, whose tokens a role accepts by `sts:AssumeRoleWithWebIdentity`:
 *
 * - `label`: what the button says, "Sign in with …".
 * - `authority`: the issuer, under which `/.well-known/openid-configuration` lies.
 * - `clientId`: a public client (no secret) that may use the authorization code grant with PKCE.
 * - `roleArn`: a role that trusts the issuer, with this client as `aud`.
 * - `scopes`: `["openid"]` if left out; many issuers want `offline_access` for a sign-in that renews.
 * - `region`: where to ask STS; the sign-in's region if left out.
 */
export type OidcConfig = v.InferOutput<typeof OidcSchema>;

const LabelSchema = v.pipe(
  v.string('must be a text of 1 to 60 characters'),
  v.trim(),
  v.minLength(1, 'must be a text of 1 to 60 characters'),
  v.maxLength(60, 'must be a text of 1 to 60 characters'),
);
const IssuerSchema = v.pipe(
  v.string('must be a URL in quotes'),
  v.check(isSafeUrl, 'must be an https URL without user name, query and fragment'),
);
const RegionSchema = v.pipe(
  v.string('must be a region in quotes'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'must be a region such as "eu-west-1"'),
);
const ScopesSchema = v.optional(
  v.pipe(
    v.array(
      v.pipe(v.string('must be a scope in quotes'), v.regex(/^[!#-[\]-~]+$/, 'must be one scope')),
      'must be a list of scopes',
    ),
    v.includes('openid', 'must hold "openid"'),
    v.readonly(),
  ),
  ['openid'],
);

const CognitoSchema = v.strictObject(
  {
    label: LabelSchema,
    userPoolId: v.pipe(
      v.string('must be the id of a user pool in quotes'),
      v.regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/, 'must be the id of a user pool such as "eu-west-1_AbCdEf123"'),
    ),
    clientId: v.pipe(
      v.string('must be the id of an app client in quotes'),
      v.regex(/^[\w+]{1,128}$/, 'must be the id of an app client'),
    ),
    domain: v.pipe(
      v.string('must be the host of the managed login in quotes'),
      v.transform((domain) => (domain.includes('://') ? domain : `https://${domain}`)),
      v.check(
        (domain) => isSafeUrl(domain) && new URL(domain).pathname === '/',
        'must be the host of the managed login such as "shop.auth.eu-west-1.amazoncognito.com"',
      ),
      v.transform((domain) => new URL(domain).origin),
    ),
    identityPoolId: v.pipe(
      v.string('must be the id of an identity pool in quotes'),
      v.regex(/^[a-z0-9-]+:[0-9a-f-]+$/, 'must be the id of an identity pool such as "eu-west-1:0a1b2c3d-…"'),
    ),
    region: v.optional(RegionSchema),
    scopes: ScopesSchema,
    identityProvider: v.optional(
      v.pipe(
        v.string('must be the name of a provider in quotes'),
        v.minLength(1, 'must be the name of a provider'),
      ),
    ),
    authority: v.optional(IssuerSchema),
  },
  (issue) => {
    if (issue.expected === 'never') return 'is not a known key';
    // Whoever leaves the user pool out means guests.
    if (issue.expected === '"userPoolId"' || issue.expected === '"clientId"') return NO_GUESTS;
    return issue.expected.startsWith('"') ? 'is missing' : 'must be an object that describes a user pool';
  },
);

/** https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html (services that unauthenticated identities can access). */
const NO_GUESTS =
  'is missing: signing in needs a user pool and its app client, as AWS never lets guests of an identity pool read IAM or EC2, ' +
  'whatever their role allows';

const OidcSchema = v.strictObject(
  {
    label: LabelSchema,
    authority: IssuerSchema,
    clientId: v.pipe(
      v.string('must be the id of a client in quotes'),
      v.minLength(1, 'must be the id of a client'),
    ),
    roleArn: v.pipe(
      v.string('must be the ARN of a role in quotes'),
      v.regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'must be the ARN of a role'),
    ),
    scopes: ScopesSchema,
    region: v.optional(RegionSchema),
  },
  (issue) => {
    if (issue.expected === 'never') return 'is not a known key';
    return issue.expected.startsWith('"') ? 'is missing' : 'must be an object that describes an issuer';
  },
);

export const CognitoListSchema = v.pipe(
  v.array(CognitoSchema, 'must be a list of user pools'),
  v.check((entries) => hasDistinctLabels(entries), 'must give each entry a label of its own'),
  v.readonly(),
);
export const OidcListSchema = v.pipe(
  v.array(OidcSchema, 'must be a list of issuers'),
  v.check((entries) => hasDistinctLabels(entries), 'must give each entry a label of its own'),
  v.readonly(),
);

/** Tokens travel there, so it must be https; plain http only to this very computer, for servers under test. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopback)) &&
    `${username}${password}${search}${hash}` === ''
  );
}

function hasDistinctLabels(entries: readonly { readonly label: string }[]): boolean {
  return new Set(entries.map(({ label }) => label)).size === entries.length;
}
