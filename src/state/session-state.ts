import type { IsoTime } from '../inventory/ids.ts';
import type { AppConfig } from '../session/config.ts';
import type { Session, SignInError } from '../session/session.ts';
import type { AccountRequest } from '../session/sts/role-request.ts';

/** Who is signed in, and whose pictures are on screen. Credentials are in none of it. */
export interface SessionState {
  /** Somebody has pressed "Sign in", and AWS has not answered yet. */
  readonly isSigningIn: boolean;
  /** One for each account on screen, in the order in which they were opened. */
  readonly sessions: readonly HeldSession[];
  /** Accounts that are being opened, or that could not be. */
  readonly openings: readonly AccountOpening[];
  /** Whether there are credentials to open further accounts with. */
  readonly canOpenAccounts: boolean;
}

/** One account on screen. Its picture stays, as of its time, when its credentials are gone. */
export interface HeldSession {
  readonly session: Session;
  readonly config: AppConfig;
  readonly state: 'live' | 'expired' | 'signed-out';
  /** When the credentials end that it has now; absent when they never end, or nobody said when. */
  readonly expiresAt?: IsoTime | undefined;
  /** Why the last try to renew them failed. */
  readonly renewalFailure?: SignInError | undefined;
  /** How it was opened, when with the credentials of another session. */
  readonly request?: AccountRequest | undefined;
}

export interface AccountOpening {
  readonly request: AccountRequest;
  /** Absent while AWS is being asked. */
  readonly error?: SignInError | undefined;
}

export const NOBODY: SessionState = {
  isSigningIn: false,
  sessions: [],
  openings: [],
  canOpenAccounts: false,
};

/** The session that speaks for all where there is room for one only: the first that is live, else the first. */
export function mainSession({ sessions }: SessionState): HeldSession | undefined {
  return sessions.find(({ state }) => state === 'live') ?? sessions[0];
}

/** When the credentials of a session end for good, as far as is known; `undefined` for those that renew or never end. */
export function endsAt({ session, expiresAt, renewalFailure }: HeldSession): IsoTime | undefined {
  const { renews, renewsUntil } = session.origin;
  return renews && renewalFailure === undefined ? renewsUntil : expiresAt;
}

/** The state with a change to the session named. */
export function withSession(
  state: SessionState,
  session: Session,
  change: Partial<HeldSession>,
): SessionState {
  return {
    ...state,
    sessions: state.sessions.map((held) => (held.session === session ? { ...held, ...change } : held)),
  };
}

/** The openings without those of a role. */
export function withoutOpening(
  openings: readonly AccountOpening[],
  roleArn: string,
): readonly AccountOpening[] {
  return openings.filter(({ request }) => request.role.roleArn !== roleArn);
}
