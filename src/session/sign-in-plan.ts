import { ok, type Result } from '../base/result.ts';
import type { AppConfig } from './config.ts';
import { type CredentialSource, staticSource } from './credential-source.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import type { SignInError } from './session.ts';
import type { AccountRequest } from './sts/role-request.ts';

/** How a session gets its credentials. */
interface SignInPlan {
  readonly source: CredentialSource;
  /**
   * What further accounts are opened with: the key in the vault of the credentials that the source itself starts from. Absent
   * when that is the session's own.
   */
  readonly base?: object | undefined;
  /** What the account is called, and what to read of it, where a preset says so. */
  readonly account?: AccountRequest | undefined;
}

/** Makes a plan for where to sign in; what it can't do is fit to be shown. */
export type PlanSignIn = (config: AppConfig, region: string) => Promise<Result<SignInPlan, SignInError>>;

/** Signs in with credentials as they are. */
export function withCredentials(credentials: StsCredentials): PlanSignIn {
  return () => Promise.resolve(ok({ source: staticSource(credentials) }));
}
