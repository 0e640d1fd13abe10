import { credentialNews, credentialProvider, watchCredentials } from '../session/credential-vault.ts';
import { RENEW_BEFORE_MS } from '../session/renewal.ts';
import type { Session } from '../session/session.ts';

/** Timers hold at most 31 bits of milliseconds, and a sleeping computer stops them: look again now and then. */
const LOOK_AGAIN_MS = 30_000;

export interface SessionWatcher {
  /** The credentials were renewed, or could not be. */
  readonly onNews: () => void;
  /** They ended, and there are no new ones. */
  readonly onEnd: () => void;
}

/** Renews the credentials of a session ahead of their end, and tells of that end. Gives what stops it. */
export function watchSession(session: Session, now: () => number, watcher: SessionWatcher): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const left = (): number => {
    const { expiresAt } = credentialNews(session);
    return expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now();
  };
  /** Until the next thing to do: renewing, else the end. */
  const untilDue = (): number => {
    const untilRenewal = left() - RENEW_BEFORE_MS;
    return session.origin.renews && untilRenewal > 0 ? untilRenewal : left();
  };
  const wait = (): void => {
    if (stopped) return;
    if (left() <= 0) watcher.onEnd();
    else timer = setTimeout(look, Math.min(untilDue(), LOOK_AGAIN_MS));
  };
  const look = (): void => {
    if (session.origin.renews && left() <= RENEW_BEFORE_MS) {
      void credentialProvider(session)().then(wait, wait);
    } else wait();
  };
  const unwatch = watchCredentials(session, () => {
    if (!stopped) watcher.onNews();
  });
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unwatch();
  };
}
