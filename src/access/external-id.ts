import type { Brand } from '../base/brand.ts';
import { fail, ok, type Result } from '../base/result.ts';

/**
 * What a caller must say besides its own signature to assume the role. It is made by us and differs for each customer, so
 * that nobody can have us look into an account that is not theirs. No secret: the customer sees it in the trust policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export type ExternalId = Brand<'ExternalId'>;

/** Random bytes that {@link makeExternalId} wants: one for each character after the prefix, 200 bits of chance in all. */
export const EXTERNAL_ID_BYTES = 40;

const PREFIX = 'rolewire-';
/** Thirty-two characters, none of which is taken for another (Crockford's base 32 in small letters). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LEAST = 32;
/** The limits of `ExternalId` in https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const MOST = 1224;
const ALLOWED = /^[\w+=,.@:/-]*$/;

/** An external ID from fresh random bytes. Throws when there are too few of them: that is a mistake of ours. */
export function makeExternalId(random: Uint8Array): ExternalId {
  if (random.length < EXTERNAL_ID_BYTES) {
    throw new Error(`An external ID needs ${EXTERNAL_ID_BYTES} random bytes.`);
  }
  // 256 is a multiple of 32, so each character is as likely as any other.
  const characters = Array.from(random.subarray(0, EXTERNAL_ID_BYTES), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  );
  return toExternalId(PREFIX + characters.join(''));
}

/** An external ID that a customer has already, for example to give them a role that shows more. The error is a sentence. */
export function parseExternalId(text: string): Result<ExternalId, string> {
  const trimmed = text.trim();
  if (trimmed === '')
    return fail('Without an external ID anyone who knows the role could have us assume it.');
  if (!ALLOWED.test(trimmed)) {
    return fail('AWS allows letters, digits and _ + = , . @ : / - in an external ID, and no spaces.');
  }
  if (trimmed.length < LEAST) return fail(`Use ${LEAST} characters or more, so that nobody can guess it.`);
  if (trimmed.length > MOST) return fail(`AWS allows at most ${MOST} characters.`);
  return ok(toExternalId(trimmed));
}

const toExternalId = (text: string): ExternalId => text as ExternalId;
