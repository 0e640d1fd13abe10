import type { StsCredentials } from '../session/pasted-credentials.ts';
import type { EndpointChoice, SignInError } from '../session/session.ts';
import { type PlanSignIn, withCredentials } from '../session/sign-in-plan.ts';
import { withRole, withSaml, withSessionToken, withWebIdentity } from '../session/sts/plans.ts';
import type { AccountRequest, MfaCode, RoleRequest } from '../session/sts/role-request.ts';
import type { SamlRole } from '../session/sts/saml-response.ts';
import type { SessionStore } from './session-store.ts';

/** What a person filled in to sign in. Holds secrets: handed on at once, never kept in React state. */
export type SignInRequest =
  | { readonly how: 'keys'; readonly credentials: StsCredentials }
  | {
      readonly how: 'role';
      readonly credentials: StsCredentials;
      /** At least one. */
      readonly accounts: readonly AccountRequest[];
      readonly mfa?: MfaCode | undefined;
    }
  | { readonly how: 'mfa'; readonly credentials: StsCredentials; readonly mfa: MfaCode }
  | { readonly how: 'web-identity'; readonly token: string; readonly role: RoleRequest }
  | {
      readonly how: 'saml';
      readonly response: string;
      readonly chosen: SamlRole;
      readonly role: Pick<RoleRequest, 'durationSeconds' | 'limited'>;
    };

export type SignIn = (
  request: SignInRequest,
  region: string,
  endpoints: EndpointChoice,
) => Promise<SignInError | undefined>;

/**
 * Signs in as was asked. Of several accounts the first that opens is the one that is signed in to, and all others are opened
 * beside it, those that were refused once more, so that the screen says why.
 */
export async function signInAs(
  store: SessionStore,
  request: SignInRequest,
  region: string,
  endpoints: EndpointChoice,
): Promise<SignInError | undefined> {
  if (request.how !== 'role') return store.signInBy(planOf(request), region, endpoints);
  const { credentials, accounts, mfa } = request;
  let first: SignInError | undefined;
  for (const account of accounts) {
    // One after the other, as each stands for all of them until one opens.
    // oxlint-disable-next-line no-await-in-loop
    const error = await store.signInBy(withRole(credentials, account, mfa), region, endpoints);
    if (error === undefined) {
      store.openAccounts(accounts.filter((other) => other !== account));
      return undefined;
    }
    first ??= error;
    // All other reasons are not about this one account.
    if (error.kind !== 'denied') return error;
  }
  return first;
}

function planOf(request: Exclude<SignInRequest, { readonly how: 'role' }>): PlanSignIn {
  switch (request.how) {
    case 'keys':
      return withCredentials(request.credentials);
    case 'mfa':
      return withSessionToken(request.credentials, request.mfa);
    case 'web-identity':
      return withWebIdentity(request.token, request.role);
    case 'saml':
      return withSaml(request.response, request.chosen, request.role);
  }
}
