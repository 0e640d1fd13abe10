import type { HeldSession } from '../../state/session-state.ts';
import { clockTime, timeLeft } from '../shell/time-words.ts';

/** Where the credentials of a session come from and how long they last, in a sentence. */
export function credentialWords(held: HeldSession, now: number): string {
  const { session, state, expiresAt, renewalFailure } = held;
  const { words, renews, renewsUntil } = session.origin;
  if (state === 'expired') return 'The credentials expired and are gone from this browser.';
  if (state === 'signed-out') return 'Signed out: the credentials are gone from this browser.';
  const kept = `${capital(words)}, in the memory of this tab`;
  if (session.longLived) return `${kept}. They never expire.`;
  if (renews && renewalFailure === undefined) {
    return renewsUntil === undefined
      ? `${kept}. They renew by themselves.`
      : `${kept}. They renew by themselves until ${clockTime(renewsUntil, now)}.`;
  }
  const left = expiresAt === undefined ? undefined : timeLeft(expiresAt, now);
  if (expiresAt === undefined || left === undefined) return `${kept}.`;
  return `${kept}, until ${clockTime(expiresAt, now)} (${left}).`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
