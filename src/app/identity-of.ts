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
  const ends = sessions.flatMap(({ state, expiresAt }) => (state === 'live' && expiresAt ? [expiresAt] : []));
  return {
    state: ended ? 'signed-out' : 'signed-in',
    accounts: sessions.map(({ session, request }) => ({
      id: session.accountId,
      alias: session.alias ?? request?.label,
      partition: session.partition,
    })),
    callerArn: sessions.length === 1 ? first.session.callerArn : undefined,
    longLived: first.session.longLived,
    ...(!ended && { expiresAt: ends.sort()[0] }),
    files: [],
  };
}
