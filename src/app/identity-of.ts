import type { Source } from '../state/use-source.ts';
import { accountsOf, type Identity } from '../views/shell/identity.ts';

/** Whose picture a source gives. */
export function identityOf({ kind, inventory, session, ended, files }: Source): Identity {
  if (!session) {
    return {
      state: kind === 'sample' ? 'sample' : 'files',
      accounts: accountsOf(inventory),
      files: kind === 'sample' ? [] : files,
    };
  }
  return {
    state: ended ? 'signed-out' : 'signed-in',
    accounts: [{ id: session.accountId, alias: session.alias, partition: session.partition }],
    callerArn: session.callerArn,
    longLived: session.longLived,
    ...(!ended && { expiresAt: session.expiresAt }),
    files: [],
  };
}
