import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity';
import { fail, ok, type Result } from '../../base/result.ts';
import { toIsoTime } from '../../inventory/ids.ts';
import type { AppConfig } from '../config.ts';
import { connectionTo } from '../connection.ts';
import type { CredentialSource } from '../credential-source.ts';
import type { StsCredentials } from '../pasted-credentials.ts';
import { hostOf } from '../sdk-host.ts';
import type { SignInError } from '../session.ts';
import { identityPoolError } from './identity-pool-error.ts';
import type { Issuer } from './issuer.ts';
import { regionOfId } from './issuer.ts';
import type { CognitoConfig } from './issuer-config.ts';
import type { Person } from './token-claims.ts';
import type { TokenKeeper } from './token-keeper.ts';

const MAX_ATTEMPTS = 3;
const TIMEOUT_MS = 15_000;

/** A person who signed in at a user pool, and the identity pool to go to. */
export interface PoolSignIn {
  readonly issuer: Issuer;
  readonly pool: CognitoConfig;
  readonly person: Person;
  readonly tokens: TokenKeeper;
}

/**
 * Credentials of an identity pool by its enhanced flow: GetId once, then GetCredentialsForIdentity with a fresh ID token each
 * time. The id of the identity stays in memory. Never through a relay, which knows IAM, EC2 and STS alone.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html
 */
export function identityPool(
  { issuer, pool, person, tokens }: PoolSignIn,
  config: AppConfig,
): CredentialSource {
  let identityId: string | undefined;

  const ask = async (
    client: CognitoIdentityClient,
    idToken: string,
  ): Promise<Result<StsCredentials, SignInError>> => {
    // Identity pools know a provider by its issuer without the scheme.
    const Logins = { [issuer.authority.replace(/^https?:\/\//, '')]: idToken };
    if (identityId === undefined) {
      const got = await client.send(new GetIdCommand({ IdentityPoolId: pool.identityPoolId, Logins }));
      identityId = got.IdentityId;
    }
    const { Credentials: given } = await client.send(
      new GetCredentialsForIdentityCommand({ IdentityId: identityId, Logins }),
    );
    const { AccessKeyId, SecretKey, SessionToken, Expiration } = given ?? {};
    if (!AccessKeyId || !SecretKey || !SessionToken) throw new SyntaxError('no credentials in the answer');
    return ok({
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretKey,
      sessionToken: SessionToken,
      ...(Expiration && { expiration: toIsoTime(Expiration.toISOString()) }),
    });
  };

  return {
    kind: 'cognito-identity',
    words: `those that ${pool.label} gives to ${person.name}`,
    renews: tokens.renews,
    person,
    forget: tokens.forget,
    provide: async () => {
      const idToken = await tokens.idToken();
      if (!idToken.ok) return idToken;
      const region = regionOfId(pool.identityPoolId);
      const { relay: _, ...direct } = config;
      const client = new CognitoIdentityClient({
        ...(await connectionTo('cognito-identity', region, direct, TIMEOUT_MS)),
        maxAttempts: MAX_ATTEMPTS,
      });
      try {
        return await ask(client, idToken.value);
      } catch (error) {
        // The next try begins with GetId: someone may have deleted the identity.
        identityId = undefined;
        return fail(identityPoolError(error, pool, await hostOf(client)));
      } finally {
        client.destroy();
      }
    },
  };
}
