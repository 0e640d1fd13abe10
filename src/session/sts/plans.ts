import { ok } from '../../base/result.ts';
import { staticSource } from '../credential-source.ts';
import { currentCredentials, keepCredentials } from '../credential-vault.ts';
import type { StsCredentials } from '../pasted-credentials.ts';
import { createRenewal } from '../renewal.ts';
import type { PlanSignIn } from '../sign-in-plan.ts';
import type { AccountRequest, MfaCode, RoleRequest } from './role-request.ts';
import type { SamlRole } from './saml-response.ts';

/**
 * Opens an account with credentials that were pasted, in one hop or two; an MFA code is for the first of them. Further accounts
 * are opened with what the last hop starts from.
 */
export function withRole(
  credentials: StsCredentials,
  account: AccountRequest,
  mfa: MfaCode | undefined,
): PlanSignIn {
  return async (config, region) => {
    const { assumedRole } = await import('./sources.ts');
    const place = { config, region };
    const { role, via } = account;
    const pasted = {};
    keepCredentials(pasted, createRenewal(staticSource(credentials), credentials));
    const until = credentials.expiration;
    const fromPasted = () => currentCredentials(pasted);
    if (via === undefined) {
      return ok({ source: assumedRole(fromPasted, role, place, { mfa, until }), base: pasted, account });
    }

    const { assumeOnlySessionPolicy } = await import('./session-policy.ts');
    const hub = assumedRole(fromPasted, via, place, {
      mfa,
      until,
      sessionPolicy: assumeOnlySessionPolicy(),
    });
    const got = await hub.provide();
    if (!got.ok) return got;
    const between = {};
    keepCredentials(between, createRenewal(hub, got.value));
    const from = () => currentCredentials(between);
    const last = hub.renews ? until : got.value.expiration;
    return ok({ source: assumedRole(from, role, place, { until: last }), base: between, account });
  };
}

/** Turns long-lived keys and an MFA code into temporary credentials of the same user. */
export function withSessionToken(keys: StsCredentials, mfa: MfaCode): PlanSignIn {
  return async (config, region) => {
    const { sessionToken } = await import('./sources.ts');
    return ok({ source: sessionToken(keys, mfa, { config, region }) });
  };
}

/** Assumes a role with a token of an OpenID Connect issuer that was pasted. */
export function withWebIdentity(token: string, role: RoleRequest): PlanSignIn {
  return async (config, region) => {
    const { webIdentity } = await import('./sources.ts');
    const source = webIdentity(() => Promise.resolve(ok(token)), role, { config, region }, { renews: false });
    return ok({ source });
  };
}

/** Assumes one of the roles that a SAML response names. */
export function withSaml(
  response: string,
  { roleArn, principalArn }: SamlRole,
  role: Pick<RoleRequest, 'durationSeconds' | 'limited'>,
): PlanSignIn {
  return async (config, region) => {
    const { samlRole } = await import('./sources.ts');
    return ok({ source: samlRole(response, principalArn, { ...role, roleArn }, { config, region }) });
  };
}
