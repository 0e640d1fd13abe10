import { fail, ok, type Result } from '../base/result.ts';
import type { AppConfig } from '../session/config.ts';
import type { CredentialSource } from '../session/credential-source.ts';
import { dropCredentials } from '../session/credential-vault.ts';
import { type EndpointChoice, type Session, type SignInError, startRegionOf } from '../session/session.ts';
import type { PlanSignIn } from '../session/sign-in-plan.ts';
import type { AccountRequest } from '../session/sts/role-request.ts';
import type { ConfigResult } from './app-config.ts';

/** What the store needs from outside; a test gives its own. */
export interface SessionStoreParts {
  readonly signIn: (
    source: CredentialSource,
    region: string,
    config: AppConfig,
  ) => Promise<Result<Session, SignInError>>;
  /** The source of an account's credentials, got with those that lie in the vault under `base`. */
  readonly assume: (
    base: object,
    request: AccountRequest,
    region: string,
    config: AppConfig,
  ) => Promise<CredentialSource>;
  readonly config: () => Promise<ConfigResult>;
  readonly now: () => number;
}

/** What further accounts are opened with. */
export interface Base {
  /** Its key in the vault. */
  readonly key: object;
  readonly region: string;
  readonly config: AppConfig;
}

/** A session that AWS took, not yet on screen. */
export interface Proof {
  readonly session: Session;
  readonly config: AppConfig;
  readonly baseKey: object;
  readonly account?: AccountRequest | undefined;
}

export async function prove(
  parts: SessionStoreParts,
  plan: PlanSignIn,
  region: string | undefined,
  endpoints: EndpointChoice | undefined,
): Promise<Result<Proof, SignInError>> {
  const loaded = await parts.config();
  if (!loaded.ok) {
    const advice = 'Whoever hosts this page has to put config.json right; nothing was sent to AWS.';
    return fail({ kind: 'config', message: loaded.error.message, advice });
  }
  const config: AppConfig = { ...loaded.value, ...endpoints };
  const startRegion = startRegionOf(region, undefined, config);
  try {
    const planned = await plan(config, startRegion);
    if (!planned.ok) return planned;
    const { source, base, account } = planned.value;
    const proven = await parts.signIn(source, startRegion, config);
    if (proven.ok) return ok({ session: proven.value, config, baseKey: base ?? proven.value, account });
    if (base) dropCredentials(base);
    return proven;
  } catch {
    return fail(NOT_LOADED);
  }
}

/** Signs in to an account with the credentials of another. */
export async function proveAccount(
  parts: SessionStoreParts,
  { key, region, config }: Base,
  request: AccountRequest,
): Promise<Result<Proof, SignInError>> {
  try {
    const source = await parts.assume(key, request, region, config);
    const proven = await parts.signIn(source, region, config);
    return proven.ok ? ok({ session: proven.value, config, baseKey: key, account: request }) : proven;
  } catch {
    return fail(NOT_LOADED);
  }
}

const NOT_LOADED: SignInError = {
  kind: 'unreachable',
  message: 'The part of Rolewire that talks to AWS could not be loaded.',
  advice: 'Check the connection to the server of this page, then load the page again.',
};
