import type { Person } from '../session/oidc/token-claims.ts';
import { endsAt } from '../state/session-state.ts';
import type { Source } from '../state/use-source.ts';
import type { Redaction } from '../state/workspace.ts';
import { accountsOf, type Identity } from '../views/shell/identity.ts';

/** Whose picture a source gives, as it may be shown. */
export function identityOf(
  { kind, inventory, sessions, ended, files }: Source,
  { account, name, text }: Redaction,
): Identity {
  const [first] = sessions;
  if (!first) {
    return {
      state: kind === 'sample' ? 'sample' : 'files',
      accounts: accountsOf(inventory).map(({ id, alias, partition }) => ({
        id: account(id),
        alias: alias && name(alias),
        partition,
      })),
      files: kind === 'sample' ? [] : files.map(name),
    };
  }
  const person = personOf(sessions);
  const nameIn = (called: string | undefined) => called && name(called);
  const ends = sessions.flatMap((held) => (held.state === 'live' && endsAt(held)) || []);
  return {
    state: ended ? 'signed-out' : 'signed-in',
    accounts: sessions.map(({ session, request }) => ({
      id: account(session.accountId),
      alias: nameIn(session.alias ?? request?.label),
      partition: session.partition,
    })),
    callerArn: sessions.length === 1 ? text(first.session.callerArn) : undefined,
    person: person && {
      issuer: name(person.issuer),
      name: name(person.name),
      groups: person.groups.map(name),
    },
    ...(!ended && { expiresAt: ends.sort()[0] }),
    files: [],
  };
}

/** Who signed in at an issuer's page, where someone did. */
export function personOf(sessions: Source['sessions']): Person | undefined {
  return sessions.map(({ session }) => session.origin.person).find((person) => person !== undefined);
}
