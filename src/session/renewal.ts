import type { Result } from '../base/result.ts';
import type { IsoTime } from '../inventory/ids.ts';
import type { CredentialSource } from './credential-source.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import type { SignInError } from './session.ts';

/** How long before their end credentials are renewed: as long as the AWS SDK asks its own sources ahead. */
export const RENEW_BEFORE_MS = 5 * 60_000;
/** After a renewal that failed, how long what is left is used before the next try. */
const PAUSE_AFTER_FAILURE_MS = 30_000;

/** Credentials that stay fresh as long as their source allows. One for each session: all clients share its one request. */
export interface Renewal {
  /** Gives the credentials to sign with now; renews them first when they end soon. */
  readonly current: () => Promise<Result<StsCredentials, SignInError>>;
  readonly expiresAt: () => IsoTime | undefined;
  /** Why the last try to renew failed; `undefined` once one succeeded. */
  readonly failure: () => SignInError | undefined;
  /** Hears of each renewal and of each that failed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Gives up what the source holds. */
  readonly forget: () => void;
}

export function createRenewal(
  source: CredentialSource,
  first: StsCredentials,
  now: () => Date = () => new Date(),
): Renewal {
  let held = first;
  let failure: SignInError | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<Result<StsCredentials, SignInError>> | undefined;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const left = (): number =>
    held.expiration === undefined ? Number.POSITIVE_INFINITY : Date.parse(held.expiration) - now().getTime();

  const renew = async (): Promise<Result<StsCredentials, SignInError>> => {
    const answer = await source.provide();
    if (answer.ok) {
      held = answer.value;
      failure = undefined;
    } else {
      failure = answer.error;
      failedAt = now().getTime();
    }
    tell();
    return answer;
  };

  return {
    current: async () => {
      if (!source.renews || left() > RENEW_BEFORE_MS) return { ok: true, value: held };
      const isUsable = left() > 0;
      if (isUsable && now().getTime() - failedAt < PAUSE_AFTER_FAILURE_MS) return { ok: true, value: held };
      asking ??= renew().finally(() => {
        asking = undefined;
      });
      const answer = await asking;
      return answer.ok || left() <= 0 ? answer : { ok: true, value: held };
    },
    expiresAt: () => held.expiration,
    failure: () => failure,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forget: () => source.forget?.(),
  };
}
