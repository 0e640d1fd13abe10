import type { CallName } from './calls.ts';
import type { AccountId, IsoTime, Region } from './ids.ts';

/** How far one call got for one account and region. */
export type CoverageStatus = 'complete' | 'partial' | 'denied' | 'failed' | 'not-asked';

/** Why a call did not end as complete. */
export type CoverageReason =
  | {
      readonly kind: 'denied';
      readonly permission: string;
      readonly by: 'identity' | 'scp' | 'boundary' | 'unknown';
    }
  | { readonly kind: 'region-not-enabled' }
  | { readonly kind: 'truncated'; readonly how: string }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'unreachable'; readonly host: string }
  | { readonly kind: 'credentials-expired' }
  | { readonly kind: 'credentials-invalid' }
  | { readonly kind: 'clock-skew' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'running' }
  | { readonly kind: 'not-supplied' }
  | { readonly kind: 'other'; readonly code: string };

/** What is known of one call: never just "loading", always which call, account and region. */
export interface CoverageEntry {
  readonly call: CallName;
  readonly accountId?: AccountId | undefined;
  /** Absent for account-wide calls, and for regional output in a file that names no region. */
  readonly region?: Region | undefined;
  /** For calls about one resource: the name that was asked for. */
  readonly resource?: string | undefined;
  /** Which part of that resource: an inline policy of a role, a version of a managed policy. */
  readonly detail?: string | undefined;
  readonly status: CoverageStatus;
  readonly reason?: CoverageReason | undefined;
  /** AWS's own message, for the reader; never a request or a credential. */
  readonly message?: string | undefined;
  /** Requests sent, pages included, retries not. */
  readonly requests: number;
  /** Records that came. */
  readonly records: number;
  readonly readAt?: IsoTime | undefined;
}
