import { assertNever } from '../base/assert-never.ts';
import { PARTITIONS, partitionOfRegion } from '../base/partitions.ts';
import { isRelayCode } from '../base/relay-code.ts';
import type { Failure } from './explain-failure.ts';
import type { SignInError } from './session.ts';

/** What to tell a person whose sign-in failed, and what to try. */
export function signInError(failure: Failure, region: string): SignInError {
  const { reason } = failure;
  const said = failure.message === undefined ? '' : ` AWS says: ${failure.message}`;
  switch (reason.kind) {
    case 'credentials-expired':
      return {
        kind: 'credentials-expired',
        message: 'These credentials have expired.',
        advice: 'Get new ones and paste them.',
      };
    case 'credentials-invalid':
    case 'region-not-enabled':
      return {
        kind: 'credentials-invalid',
        message: `AWS does not accept these credentials in ${region}.${said}`,
        advice:
          `Copy all fields again, as a set: id, secret and token belong together. ${partitionAdvice(region)} Tokens of another ` +
          'partition or of a region that is not enabled are refused.',
      };
    case 'clock-skew':
      return {
        kind: 'clock-skew',
        message: 'AWS refused the request because the clock of this computer is wrong by some minutes.',
        advice: 'Set date and time automatically in the system settings, then sign in again.',
      };
    case 'denied':
      return {
        kind: 'denied',
        message: `AWS refused ${reason.permission}.${said}`,
        advice:
          'This call needs no permission, so a policy denies it on purpose. Try a region that the policy allows.',
      };
    case 'unreachable':
      return {
        kind: 'unreachable',
        message: `${reason.host} could not be reached from this browser.`,
        advice:
          'Check the network, a proxy or an extension that blocks it, and the region. The browser does not tell whether the host was ' +
          'down or did not allow calls from web pages (CORS).',
      };
    case 'throttled':
      return {
        kind: 'throttled',
        message: 'AWS asks to slow down: too many requests for this account.',
        advice: 'Wait a minute, then sign in again.',
      };
    case 'cancelled':
    case 'running':
    case 'not-supplied':
    case 'truncated':
      return { kind: 'other', message: 'The sign-in was stopped.', advice: 'Sign in again.' };
    case 'other':
      if (isRelayCode(reason.code)) {
        return {
          kind: 'other',
          message: failure.message ?? 'The relay of this page did not pass the call on.',
          advice: 'Whoever hosts this page has to look at its relay, or at "relay" in config.json.',
        };
      }
      return {
        kind: 'other',
        message:
          reason.code === 'UnreadableAnswer'
            ? 'The answer to sts:GetCallerIdentity was not one that AWS gives.'
            : `sts:GetCallerIdentity failed with ${reason.code}.${said}`,
        advice: 'If the page is set up with a custom endpoint, check config.json; otherwise try again.',
      };
    default:
      return assertNever(reason);
  }
}

/** Credentials open one partition only, and the region says which one is asked. */
function partitionAdvice(region: string): string {
  const asked = partitionOfRegion(region);
  const others = PARTITIONS.filter(({ id, consoleHost }) => id !== asked?.id && consoleHost !== undefined);
  const examples = others.map(({ name, iamRegion }) => `${name} ${iamRegion}`).join(', ');
  const here = asked === undefined ? 'no partition that Rolewire knows' : `partition ${asked.id}`;
  return `${region} belongs to ${here}; an account of another one needs a region there: ${examples}.`;
}
