import type { Person } from '../session/oidc/token-claims.ts';
import { endsAt } from '../state/session-state.ts';
import type { Source } from '../state/use-source.ts';
import { accountsOf, type Identity } from '../views/shell/identity.ts';

/** Whose picture a source gives. */
export function identityOf({ kind, inventory, sessions, ended, files }: Source): Identity {
  const [first] = sessions;
  if (!first) {
    return {
      state: kind === 'sample' ? 'sample' : 'files',
      accounts: accountsOf(inventory),
      files: kind === 'sample' ? [] : files,
    };
  }
  const ends = sessions.flatMap((held) => (held.state === 'live' && endsAt(held)) || []);
  return {
    state: ended ? 'signed-out' : 'signed-in',
    accounts: sessions.map(({ session, request }) => ({
      id: session.accountId,
      alias: session.alias ?? request?.label,
      partition: session.partition,
    })),
    callerArn: sessions.length === 1 ? first.session.callerArn : undefined,
    person: personOf(sessions),
    ...(!ended && { expiresAt: ends.sort()[0] }),
    files: [],
  };
}

/** Who signed in at an issuer's page, where someone did. */
export function personOf(sessions: Source['sessions']): Person | undefined {
  return sessions.map(({ session }) => session.origin.person).find((person) => person !== undefined);
}
