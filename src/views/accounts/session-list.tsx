import type { ReactElement, ReactNode } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import { useLiveInventory } from '../../state/live-queries.ts';
import type { AccountProgress } from '../../state/live-snapshot.ts';
import type { HeldSession } from '../../state/session-state.ts';
import { sessionStore, useSessions } from '../../state/session-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useNow } from '../shell/use-now.ts';
import { credentialWords } from './credential-words.ts';

/** Every account on screen: who reads it, how far that got, how long the credentials last, and how to leave it. */
export function SessionList({
  onAccounts,
}: {
  readonly onAccounts?: (() => void) | undefined;
}): ReactElement {
  const { sessions, canOpenAccounts } = useSessions();
  const { accounts } = useLiveInventory();
  const now = useNow(1_000);
  const several = sessions.length > 1;
  const anyLive = sessions.some(({ state }) => state === 'live');
  return (
    <div className="flex flex-col gap-2.5 text-sm">
      <ul aria-label="Accounts" className="flex max-h-96 flex-col divide-y divide-line overflow-y-auto">
        {sessions.map((held) => (
          <SessionRow
            key={held.session.sessionNumber}
            held={held}
            progress={accounts.find(({ accountId }) => accountId === held.session.accountId)}
            now={now}
            several={several}
          />
        ))}
      </ul>
      {anyLive && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-2.5">
          {onAccounts && canOpenAccounts && (
            <Button size="small" icon="plus" onClick={onAccounts}>
              Open accounts…
            </Button>
          )}
          <Button size="small" icon="sign-out" onClick={() => sessionStore.signOut()}>
            {several ? 'Sign out of all' : 'Sign out'}
          </Button>
        </div>
      )}
    </div>
  );
}

function SessionRow(props: {
  readonly held: HeldSession;
  readonly progress: AccountProgress | undefined;
  readonly now: number;
  readonly several: boolean;
}): ReactElement {
  const { held, progress, now, several } = props;
  const { session, request, state } = held;
  const { redaction } = useWorkspace();
  const { person } = session.origin;
  const label = request?.label ?? session.alias;
  const name = label && redaction.name(label);
  const accountId = redaction.account(session.accountId);
  const callerArn = redaction.text(session.callerArn);
  return (
    <li className="flex items-start gap-2 py-2 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {name && <span className="font-semibold break-words">{name}</span>}
          <span className="font-mono">{groupedAccount(accountId)}</span>
          {session.partition !== 'aws' && <span className="text-muted">{session.partition}</span>}
        </p>
        {person && (
          <p className="break-words">
            {redaction.name(person.name)}{' '}
            <span className="text-muted">of {redaction.name(person.issuer)}</span>
            {person.groups.length > 0 && (
              <span className="text-muted"> · groups {person.groups.map(redaction.name).join(', ')}</span>
            )}
          </p>
        )}
        <p className="font-mono text-xs break-all text-muted">{callerArn}</p>
        <Line>{redaction.text(credentialWords(held, now))}</Line>
        {progress && <Line>{progressWords(progress)}</Line>}
      </div>
      <div className="flex shrink-0 items-center gap-1">
        <CopyButton text={callerArn} what="caller ARN" />
        {several && state === 'live' && (
          <Button size="small" onClick={() => sessionStore.signOut(session)}>
            Sign out<span className="sr-only"> of {name ?? accountId}</span>
          </Button>
        )}
        {several && state !== 'live' && (
          <Button size="small" onClick={() => sessionStore.remove(session)}>
            Remove<span className="sr-only"> {name ?? accountId}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function Line({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="break-words text-muted tabular-nums">{children}</p>;
}

function progressWords({ isReading, done, all, failed }: AccountProgress): string {
  const missing = failed === 0 ? '' : `, ${failed} refused or failed`;
  if (isReading) return `Reading ${done} of ${all}${missing}`;
  return `${all} ${all === 1 ? 'read' : 'reads'}${missing}`;
}
