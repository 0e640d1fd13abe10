import type { CoverageReason, CoverageStatus } from '../inventory/coverage.ts';

/** What is known around a failed call, to tell apart causes that AWS gives one code for. */
export interface FailureContext {
  /** The action that was called: `iam:ListRoles`. */
  readonly permission: string;
  /** The host that was asked. */
  readonly host: string;
  /** Absent for calls to a global service. */
  readonly region?: string | undefined;
  /** Whether AWS took these credentials elsewhere: then a refusal in one region is about the region. */
  readonly othersAnswered: boolean;
  /** Whether AWS lists the region as enabled: then a refusal there is not about the region. */
  readonly regionIsEnabled: boolean;
  /** Whether the credentials are known to be valid still, by the expiry that came with them. */
  readonly notYetExpired: boolean;
}

export interface Failure {
  readonly status: Extract<CoverageStatus, 'denied' | 'failed' | 'not-asked'>;
  readonly reason: CoverageReason;
  /** AWS's own message where it is safe and says more than the reason. */
  readonly message?: string | undefined;
}

/**
 * Why a call failed, from the error that the AWS SDK threw. The one place that knows AWS's error codes
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html).
 */
export function explainFailure(error: unknown, context: FailureContext): Failure {
  const code = codeOf(error);
  const text = messageOf(error);

  if (code === 'AbortError' || code === 'SignedOutError')
    return { status: 'not-asked', reason: { kind: 'cancelled' } };
  if (DENIED.has(code)) {
    const permission = PERFORMED.exec(text)?.[1] ?? context.permission;
    return {
      status: 'denied',
      reason: { kind: 'denied', permission, by: deniedBy(text) },
      message: safe(text),
    };
  }
  if (code === 'OptInRequired') return failed({ kind: 'region-not-enabled' }, text);
  if (NOT_TAKEN.has(code)) {
    const aboutRegion = context.region !== undefined && context.othersAnswered && !context.regionIsEnabled;
    return failed({ kind: aboutRegion ? 'region-not-enabled' : 'credentials-invalid' }, text);
  }
  if (EXPIRED.has(code)) return failed({ kind: 'credentials-expired' });
  if (code === 'RequestExpired') {
    // EC2 answers an expired token and a wrong clock with this one code.
    return failed({ kind: context.notYetExpired ? 'clock-skew' : 'credentials-expired' });
  }
  if (code === 'RequestTimeTooSkewed' || (SIGNATURE.has(code) && SKEW.test(text)))
    return failed({ kind: 'clock-skew' });
  // AWS repeats the signed headers in this message, session token included: never pass it on.
  if (SIGNATURE.has(code)) return failed({ kind: 'credentials-invalid' });
  if (THROTTLED.has(code)) return failed({ kind: 'throttled' }, text);
  if (isNetworkError(error, code)) return failed({ kind: 'unreachable', host: context.host });
  if (error instanceof SyntaxError || text.includes('Deserialization error')) {
    return failed({ kind: 'other', code: 'UnreadableAnswer' });
  }
  return failed({ kind: 'other', code }, text);
}

/** The error's code: AWS's, or the name of a JavaScript error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UnknownError';
  // EC2 prefixes some codes: `Client.UnauthorizedOperation`.
  return error.name.replace(/^(?:Client|Server)\./, '');
}

const DENIED: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'UnauthorizedAccess',
  'AuthorizationError',
  'NotAuthorized',
  'NotAuthorizedException',
]);
/** "not able to validate the provided access credentials" and its kin. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  'AuthFailure',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidAccessKeyIdException',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
  'IncompleteSignature',
]);
const EXPIRED: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenRefreshRequired',
  // Ours: they ended, and no new ones were to be had.
  'NotRenewedError',
]);
const SIGNATURE: ReadonlySet<string> = new Set([
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
  'InvalidSignature',
]);
const THROTTLED: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'PriorRequestNotComplete',
  'BandwidthLimitExceeded',
  'SlowDown',
]);
const NETWORK_CODES =
  /^(?:ECONN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|EAI_AGAIN|EPIPE|ETIMEDOUT|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

const SKEW = /signature (?:expired|not yet current)|must be within|clock/i;
const PERFORMED = /not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)/;

/** AWS words the policy type since 2021; some services still leave it out. */
function deniedBy(text: string): Extract<CoverageReason, { kind: 'denied' }>['by'] {
  if (/service control policy/i.test(text)) return 'scp';
  if (/permissions boundary/i.test(text)) return 'boundary';
  return /identity-based policy|session policy/i.test(text) ? 'identity' : 'unknown';
}

/** A browser gives one bare TypeError for no network, a blocked port, a bad certificate and a missing CORS answer. */
function isNetworkError(error: unknown, code: string): boolean {
  if (code === 'TimeoutError' || code === 'NetworkingError') return true;
  if (error instanceof TypeError) return /fetch|network|load failed/i.test(error.message);
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    NETWORK_CODES.test(error.code)
  );
}

function failed(reason: CoverageReason, text?: string): Failure {
  return { status: 'failed', reason, ...(text ? { message: safe(text) } : {}) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}

const MAX_MESSAGE = 600;

/**
 * AWS's message without what may be a secret. An "encoded authorization failure message" is none, but too long to show;
 * other long unbroken runs may be a token that a proxy or an emulator repeated.
 */
function safe(text: string): string {
  const short = text
    .replace(/\s*Encoded authorization failure message:\s*\S+/i, '')
    .replace(/[A-Za-z0-9+/=_%-]{100,}/g, '…')
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{8,}\b/g, '…')
    .trim();
  return short.length > MAX_MESSAGE ? `${short.slice(0, MAX_MESSAGE)}…` : short;
}
