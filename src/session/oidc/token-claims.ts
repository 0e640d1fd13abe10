import * as v from 'valibot';
import { fail, ok, type Result } from '../../base/result.ts';

/** Who signed in, as the ID token says. For people to read: AWS alone decides what they may do. */
export interface Person {
  /** The label of the issuer in `config.json`. */
  readonly issuer: string;
  /** What people call themselves there: a user name or a mail address. */
  readonly name: string;
  readonly groups: readonly string[];
  /** Signs out of the issuer too, and comes back; absent where it has no such page. */
  readonly signOutAddress?: string | undefined;
}

/** What was asked for, which the token has to be an answer to. */
export interface ExpectedToken {
  readonly issuer: string;
  readonly clientId: string;
}

/** A wrong clock of some minutes is common, and the token endpoint was just asked over TLS. */
const CLOCK_TOLERANCE_S = 300;

const ClaimsSchema = v.object({
  iss: v.string(),
  sub: v.string(),
  aud: v.union([v.string(), v.array(v.string())]),
  exp: v.number(),
  azp: v.optional(v.string()),
  token_use: v.optional(v.string()),
});
export type IdTokenClaims = v.InferOutput<typeof ClaimsSchema>;

/**
 * Checks the claims of an ID token that came straight from the token endpoint; over TLS, the signature then need not be
 * checked (OpenID Connect Core 3.1.3.7, point 6), and AWS checks it itself. The nonce is the library's to check.
 */
export function checkIdToken(
  claims: unknown,
  expected: ExpectedToken,
  now: Date,
): Result<IdTokenClaims, string> {
  const parsed = v.safeParse(ClaimsSchema, claims);
  if (!parsed.success) return fail('it has no proper issuer, subject, audience or expiry');
  const { iss, aud, azp, exp, token_use: use } = parsed.output;
  if (iss !== expected.issuer) return fail(`it is from ${iss}, not from ${expected.issuer}`);
  const audiences = typeof aud === 'string' ? [aud] : aud;
  if (!audiences.includes(expected.clientId)) return fail('it is for another client');
  if (audiences.length > 1 && azp !== expected.clientId) return fail('it was given to another client');
  if (use !== undefined && use !== 'id') return fail('it is not an ID token');
  if (exp + CLOCK_TOLERANCE_S <= now.getTime() / 1000) {
    return fail('it has expired already; if not, the clock of this computer is wrong');
  }
  return ok(parsed.output);
}

const NameSchema = v.fallback(v.optional(v.pipe(v.string(), v.minLength(1))), undefined);
const GroupsSchema = v.fallback(v.array(v.string()), []);
const PersonSchema = v.object({
  sub: v.string(),
  email: NameSchema,
  preferred_username: NameSchema,
  'cognito:username': NameSchema,
  'cognito:groups': GroupsSchema,
  groups: GroupsSchema,
});

/** Who a checked ID token is about. */
export function personOf(claims: unknown, issuer: string, signOutAddress?: string): Person {
  const parsed = v.safeParse(PersonSchema, claims);
  const read = parsed.success ? parsed.output : undefined;
  return {
    issuer,
    name:
      read?.email ??
      read?.preferred_username ??
      read?.['cognito:username'] ??
      read?.sub ??
      'somebody unnamed',
    groups: [...new Set([...(read?.['cognito:groups'] ?? []), ...(read?.groups ?? [])])],
    ...(signOutAddress === undefined ? {} : { signOutAddress }),
  };
}
