import { assertNever } from '../../base/assert-never.ts';
import { isRelayCode } from '../../base/relay-code.ts';
import { callFacts } from '../../inventory/calls.ts';
import type { CoverageEntry, CoverageReason } from '../../inventory/coverage.ts';

/** Why a read did not bring everything, and what to do about it, each a sentence. */
export interface ReasonWords {
  readonly why: string;
  readonly todo?: string | undefined;
  /** The IAM action that is missing. */
  readonly permission?: string | undefined;
}

/** A read's reason in plain words; nothing for a read that brought everything. */
export function reasonWords(entry: CoverageEntry): ReasonWords | undefined {
  if (entry.status === 'complete') return undefined;
  if (!entry.reason)
    return { why: entry.status === 'not-asked' ? notWanted(entry) : STATUS_ALONE[entry.status] };
  return wordsOf(entry.reason, entry);
}

const STATUS_ALONE = {
  partial: 'Only a part came.',
  denied: 'AWS denied the call.',
  failed: 'The call failed.',
} as const;

function notWanted(entry: CoverageEntry): string {
  if (entry.call === 'iam:GetAccountAuthorizationDetails')
    return 'The switch that reads all policies is off.';
  return entry.region ? 'Not among the regions chosen to be read.' : 'Nobody asked for it.';
}

function wordsOf(reason: CoverageReason, entry: CoverageEntry): ReasonWords {
  switch (reason.kind) {
    case 'denied':
      return { ...DENIED_BY[reason.by], permission: reason.permission };
    case 'region-not-enabled':
      return {
        why: 'The region is not enabled for this account.',
        todo: 'Nothing to do, unless the account should use it.',
      };
    case 'truncated':
      return { why: `The list is cut off: ${reason.how}.`, todo: 'Give the whole list, with every page.' };
    case 'throttled':
      return {
        why: 'AWS asked to slow down, and did so until the last attempt.',
        todo: 'Refresh in a minute; other tools share this limit.',
      };
    case 'unreachable':
      return {
        why: `${reason.host} could not be reached from this browser.`,
        todo: 'The browser does not tell why: look at network, proxy and blockers, and whether the host answers calls from a web page (CORS).',
      };
    case 'credentials-expired':
      return { why: 'The credentials expired before this was read.', todo: 'Sign in again, then refresh.' };
    case 'credentials-invalid':
      return { why: 'AWS does not accept these credentials here.', todo: 'Sign in with other credentials.' };
    case 'clock-skew':
      return {
        why: 'The clock of this computer is wrong, so AWS rejects the signature.',
        todo: 'Set the clock, then refresh.',
      };
    case 'cancelled':
      return { why: 'Reading was stopped before this.', todo: 'Refresh to read it.' };
    case 'running':
      return { why: 'Being read now.' };
    case 'not-supplied':
      return {
        why: 'The files hold no output of this call.',
        todo: `Add the output of: aws ${callFacts(entry.call).cli}`,
      };
    case 'other':
      if (isRelayCode(reason.code)) {
        return {
          why: 'The relay of this page did not pass the call on.',
          todo: 'Whoever hosts this page has to look at its relay.',
        };
      }
      return { why: `AWS answered ${reason.code}.`, todo: 'Refresh to try once more.' };
    default:
      return assertNever(reason);
  }
}

const DENIED_BY: Readonly<
  Record<Extract<CoverageReason, { kind: 'denied' }>['by'], { readonly why: string; readonly todo: string }>
> = {
  identity: {
    why: 'No policy of the caller allows it.',
    todo: 'Have this action allowed for the caller.',
  },
  scp: {
    why: 'A service control policy of the organization forbids it here.',
    todo: 'Only the organization’s administrators can allow it; other regions are not affected.',
  },
  boundary: {
    why: 'The permissions boundary of the caller does not allow it.',
    todo: 'Have this action allowed in the boundary.',
  },
  unknown: {
    why: 'AWS denied it and did not say which policy is the reason.',
    todo: 'Have this action allowed for the caller.',
  },
};
