import { fail, ok, type Result } from '../base/result.ts';
import type { AccountId, Arn, IsoTime, Region } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { AppConfig } from './config.ts';
import { keepCredentials } from './credential-vault.ts';
import type { StsCredentials } from './pasted-credentials.ts';

/**
 * Who is signed in. Holds no credential, so it may be printed, compared and kept in React state; the credentials lie in the
 * vault, and only the object that `signIn` gave, not a copy of it, leads to them.
 */
export interface Session {
  /** Grows by one with each sign-in: sets what one session read apart from what another did. */
  readonly sessionNumber: number;
  readonly accountId: AccountId;
  readonly callerArn: Arn;
  /** `AROA…:session`, `AIDA…`, or the account id of the root user. */
  readonly userId: string;
  /** `aws`, `aws-cn`, `aws-us-gov`, or whatever the caller's ARN says. */
  readonly partition: string;
  readonly startRegion: Region;
  /** Absent when the paste did not say. */
  readonly expiresAt?: IsoTime | undefined;
  /** Keys of a user or of root, which never expire: temporary ones are safer. */
  readonly longLived: boolean;
  /** Absent when the account has none, or when it may not be read. */
  readonly alias?: string | undefined;
  /** What the sign-in itself read: the account, and the coverage of its two calls. */
  readonly signInPart: InventoryPart;
}

export interface SignInError {
  readonly kind:
    | 'credentials-invalid'
    | 'credentials-expired'
    | 'clock-skew'
    | 'denied'
    | 'unreachable'
    | 'throttled'
    | 'config'
    | 'other';
  /** What happened, in one sentence. */
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
}

export const FALLBACK_REGION = 'us-east-1';

/** Which of AWS's endpoints to ask, as a person chose at the sign-in. */
export type EndpointChoice = Required<Pick<AppConfig, 'useFipsEndpoint' | 'useDualstackEndpoint'>>;

/** The region to sign in at: the field, else what the paste named, else the configured one, else `us-east-1`. */
export function startRegionOf(
  field: string | undefined,
  pasted: string | undefined,
  config: AppConfig,
): string {
  return [field?.trim(), pasted, config.startRegion].find((region) => region) ?? FALLBACK_REGION;
}

let lastSessionNumber = 0;

/**
 * Proves credentials by `sts:GetCallerIdentity`, which needs no permission, and asks `iam:ListAccountAliases` beside it, which
 * may be denied. The region chooses the partition's endpoints. Loads the AWS SDK at the first call.
 */
export async function signIn(
  credentials: StsCredentials,
  region: string,
  config: AppConfig,
  now: () => Date = () => new Date(),
): Promise<Result<Session, SignInError>> {
  if (credentials.expiration !== undefined && Date.parse(credentials.expiration) <= now().getTime()) {
    return fail(expiredError(credentials.expiration));
  }
  const { proveCaller } = await import('./prove-caller.ts');
  const proof = await proveCaller(credentials, region, config, now);
  if (!proof.ok) return proof;

  lastSessionNumber += 1;
  const session: Session = Object.freeze({
    sessionNumber: lastSessionNumber,
    ...proof.value,
    expiresAt: credentials.expiration,
    longLived: credentials.sessionToken === undefined,
  });
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  keepCredentials(session, () =>
    Promise.resolve({
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    }),
  );
  return ok(session);
}

function expiredError(expiration: IsoTime): SignInError {
  return {
    kind: 'credentials-expired',
    message: `These credentials expired at ${expiration}.`,
    advice: 'Get new ones and paste them. If that time is still to come, set the clock of this computer.',
  };
}
