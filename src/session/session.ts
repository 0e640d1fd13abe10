import { fail, ok, type Result } from '../base/result.ts';
import type { AccountId, Arn, IsoTime, Region } from '../inventory/ids.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { AppConfig } from './config.ts';
import { type CredentialOrigin, type CredentialSource, originOf, staticSource } from './credential-source.ts';
import { keepCredentials } from './credential-vault.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import { createRenewal } from './renewal.ts';

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
  /** When the first credentials end, absent when nobody said; `credentialNews` knows what came after them. */
  readonly expiresAt?: IsoTime | undefined;
  /** Where the credentials come from, and whether they renew. */
  readonly origin: CredentialOrigin;
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

/** Signs in with credentials that are there already; see {@link signInWith}. */
export function signIn(
  credentials: StsCredentials,
  region: string,
  config: AppConfig,
  now?: () => Date,
): Promise<Result<Session, SignInError>> {
  return signInWith(staticSource(credentials), region, config, now);
}

/**
 * Gets credentials from a source and proves them by `sts:GetCallerIdentity`, which needs no permission. Asks
 * `iam:ListAccountAliases` beside it, which may be denied. The region chooses the partition's endpoints. Loads the AWS SDK at
 * the first call. From then on the credentials of the session renew by themselves, where the source does.
 */
export async function signInWith(
  source: CredentialSource,
  region: string,
  config: AppConfig,
  now: () => Date = () => new Date(),
): Promise<Result<Session, SignInError>> {
  const got = await source.provide();
  if (!got.ok) return got;
  const credentials = got.value;
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
    origin: Object.freeze(originOf(source)),
    longLived: credentials.sessionToken === undefined,
  });
  keepCredentials(session, createRenewal(source, credentials, now));
  return ok(session);
}

function expiredError(expiration: IsoTime): SignInError {
  return {
    kind: 'credentials-expired',
    message: `These credentials expired at ${expiration}.`,
    advice: 'Get new ones and paste them. If that time is still to come, set the clock of this computer.',
  };
}
