import type { AppConfig } from '../config.ts';
import type { CredentialSource } from '../credential-source.ts';
import { credentialNews, currentCredentials } from '../credential-vault.ts';
import type { AccountRequest } from './role-request.ts';
import { assumedRole } from './sources.ts';

/** The credentials of an account, got with those that lie in the vault under `base`, and renewed with them. */
export function accountSource(
  base: object,
  { role }: AccountRequest,
  region: string,
  config: AppConfig,
): CredentialSource {
  const until = credentialNews(base).expiresAt;
  return assumedRole(() => currentCredentials(base), role, { region, config }, { until });
}
