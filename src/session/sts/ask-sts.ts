import { type Credentials, STSClient } from '@aws-sdk/client-sts';
import { fail, ok, type Result } from '../../base/result.ts';
import { toIsoTime } from '../../inventory/ids.ts';
import type { AppConfig } from '../config.ts';
import { connectionTo } from '../connection.ts';
import type { StsCredentials } from '../pasted-credentials.ts';
import { hostOf } from '../sdk-host.ts';
import type { SignInError } from '../session.ts';
import { type StsAsked, stsError } from './sts-error.ts';

/** Fewer tries than when reading: a person may wait in front of it. */
const MAX_ATTEMPTS = 3;
const TIMEOUT_MS = 15_000;

/** Where to ask. */
export interface StsPlace {
  readonly region: string;
  readonly config: AppConfig;
}

/**
 * Asks AWS STS for credentials. Always straight from this browser: the answer holds a secret, which a relay must not see.
 * Without credentials the request goes unsigned, as those with a token of an identity provider do.
 */
export async function askSts(
  { region, config }: StsPlace,
  credentials: StsCredentials | undefined,
  asked: StsAsked,
  ask: (sts: STSClient) => Promise<{ readonly Credentials?: Credentials | undefined }>,
): Promise<Result<StsCredentials, SignInError>> {
  const { relay: _, ...direct } = config;
  const sts = new STSClient({
    ...(await connectionTo('sts', region, direct, TIMEOUT_MS)),
    maxAttempts: MAX_ATTEMPTS,
    ...(credentials && { credentials: signingPart(credentials) }),
  });
  try {
    const { Credentials: given } = await ask(sts);
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
      return fail(
        stsError(new SyntaxError('no credentials in the answer'), asked, await hostOf(sts), region),
      );
    }
    return ok({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      ...(Expiration && { expiration: toIsoTime(Expiration.toISOString()) }),
    });
  } catch (error) {
    return fail(stsError(error, asked, await hostOf(sts), region));
  } finally {
    sts.destroy();
  }
}

function signingPart({ accessKeyId, secretAccessKey, sessionToken }: StsCredentials) {
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}
