import type { CallName } from '../inventory/calls.ts';
import type { CoverageReason, CoverageStatus } from '../inventory/coverage.ts';

/** What an error text says, as far as it says it. */
export interface ErrorFacts {
  /** `AccessDenied`. */
  readonly code?: string | undefined;
  /** `ListInstanceProfiles`. */
  readonly operation?: string | undefined;
  /** AWS's own sentence. */
  readonly message: string;
}

/** The AWS CLI and boto3, the SDK for Go (Terraform), the SDK for Java, in this order. */
const CLI_ERROR =
  /An error occurred \(([^)]+)\) when calling the (\w+) operation(?: \([^)]*\))?:?\s*([\s\S]*)/;
const GO_ERROR = /operation error [^:]+: (\w+), [\s\S]*?api error ([\w.]+):\s*([\s\S]*)/;
const JAVA_ERROR = /^([\s\S]*?)\(Service: [^;]+; Status Code: \d+; Error Code: ([\w.]+);/;

/** Characters of a text that are looked at: an error is short, and patterns such as these take long over a long text. */
const LOOKED_AT = 8_000;

/** Takes the error text of an AWS tool apart. Text of another form becomes the message whole. */
export function parseErrorText(whole: string): ErrorFacts {
  const text = whole.slice(0, LOOKED_AT);
  const cli = CLI_ERROR.exec(text);
  if (cli) return { code: cli[1], operation: cli[2], message: (cli[3] ?? '').trim() };
  const go = GO_ERROR.exec(text);
  if (go) return { code: go[2], operation: go[1], message: (go[3] ?? '').trim() };
  const java = JAVA_ERROR.exec(text);
  if (java) return { code: java[2], message: (java[1] ?? '').trim() };
  return { message: text.trim() };
}

/** Whether a text is the error of an AWS tool rather than output. */
export function looksLikeError(whole: string): boolean {
  const text = whole.slice(0, LOOKED_AT);
  return CLI_ERROR.test(text) || GO_ERROR.test(text) || JAVA_ERROR.test(text) || NO_CREDENTIALS.test(text);
}

const NO_CREDENTIALS = /unable to locate credentials|could not connect to the endpoint url/i;
const DENIED =
  /^(?:Client\.)?(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedAccess)$/;
const THROTTLED =
  /^(?:Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|TooManyRequestsException|RequestThrottled|RequestThrottledException|SlowDown)$/;
const EXPIRED = /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/;
const INVALID =
  /^(?:AuthFailure|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|MissingAuthenticationToken|MissingAuthenticationTokenException|IncompleteSignature|SignatureDoesNotMatch|InvalidSignatureException)$/;
const SKEW = /signature (?:expired|not yet current)|clock skew/i;
const HOST = /(?:endpoint url|connect to)[^"']*["'](?:https?:\/\/)?([^/"':]+)/i;

/**
 * Why a call that ended in an error brought nothing. Error codes:
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
export function coverageOfError(
  text: string,
  call: CallName,
): { status: CoverageStatus; reason: CoverageReason } {
  const { code = '', message } = parseErrorText(text);
  if (DENIED.test(code) || (code === '' && /not authorized to perform/i.test(message))) {
    return { status: 'denied', reason: deniedReason(message, call) };
  }
  return { status: 'failed', reason: failedReason(code, message) };
}

function failedReason(code: string, message: string): CoverageReason {
  if (THROTTLED.test(code) || /^rate exceeded/i.test(message)) return { kind: 'throttled' };
  if (code === 'RequestTimeTooSkewed' || SKEW.test(message)) return { kind: 'clock-skew' };
  if (EXPIRED.test(code) || /token .*expired/i.test(message)) return { kind: 'credentials-expired' };
  if (code === 'OptInRequired') return { kind: 'region-not-enabled' };
  if (INVALID.test(code) || /unable to locate credentials/i.test(message)) {
    return { kind: 'credentials-invalid' };
  }
  const host = code === '' ? HOST.exec(message)?.[1] : undefined;
  if (host !== undefined) return { kind: 'unreachable', host };
  return { kind: 'other', code: code === '' ? 'no error code' : code };
}

/** The wording of "access denied" messages: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function deniedReason(message: string, call: CallName): CoverageReason {
  const permission = /not authorized to perform:?\s+([\w-]+:\w+)/i.exec(message)?.[1] ?? call;
  return { kind: 'denied', permission, by: deniedBy(message) };
}

function deniedBy(message: string): 'identity' | 'scp' | 'boundary' | 'unknown' {
  if (/service control polic/i.test(message)) return 'scp';
  if (/permissions boundary/i.test(message)) return 'boundary';
  if (/identity-based polic/i.test(message)) return 'identity';
  return 'unknown';
}
