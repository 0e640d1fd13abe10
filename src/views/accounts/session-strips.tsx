import type { ReactElement, ReactNode } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import { endsAt, type HeldSession } from '../../state/session-state.ts';
import { sessionStore, useSessions } from '../../state/session-store.ts';
import type { Redaction } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { timeLeft } from '../shell/time-words.ts';
import { useNow } from '../shell/use-now.ts';

/** How long before their end it is said that credentials end. */
const SOON_MS = 5 * 60_000;
/** More failures than this are counted in place of told. */
const TOLD = 2;

/** What is up with single accounts: credentials that end soon, that ended, and accounts that could not be opened. */
export function SessionStrips({ onSignIn }: { readonly onSignIn: () => void }): ReactElement {
  const { sessions, openings } = useSessions();
  const { redaction } = useWorkspace();
  const { name, text } = redaction;
  const now = useNow(5_000);
  const live = sessions.filter(({ state }) => state === 'live');
  const soon = live.filter((held) => isSoon(held, now));
  const ended = live.length === 0 ? [] : sessions.filter(({ state }) => state !== 'live');
  const failed = openings.flatMap(({ request, error }) => (error ? [{ request, error }] : []));
  const opening = openings.length - failed.length;
  return (
    <>
      {opening > 0 && (
        <Strip tone="plain">
          <output className="min-w-0 flex-1 truncate text-muted">
            {opening === 1 ? 'Opening one more account…' : `Opening ${opening} more accounts…`}
          </output>
        </Strip>
      )}
      {soon.length > 0 && (
        <Strip tone="doubt">
          <p className="min-w-0 flex-1 basis-60 break-words">
            <span className="font-semibold">
              {whose(soon, sessions.length > 1, redaction)} end in {shortest(soon, now)}
            </span>
            {soon[0]?.renewalFailure
              ? ` and could not be renewed. ${text(soon[0].renewalFailure.message)}`
              : ' and do not renew by themselves. Signing in again keeps what is on screen.'}
          </p>
          <Button size="small" onClick={onSignIn}>
            Sign in again
          </Button>
        </Strip>
      )}
      {ended.length > 0 && (
        <Strip tone="doubt">
          <p className="min-w-0 flex-1 basis-60 break-words">
            <span className="font-semibold">{whose(ended, true, redaction)} are gone.</span> The picture of{' '}
            {ended.length === 1 ? 'this account' : 'these accounts'} stays as it was.
          </p>
          {ended.some(({ state }) => state === 'expired') && (
            <Button size="small" onClick={onSignIn}>
              Sign in again
            </Button>
          )}
          <Button size="small" onClick={() => ended.forEach(({ session }) => sessionStore.remove(session))}>
            Remove
          </Button>
        </Strip>
      )}
      {failed.slice(0, failed.length > TOLD + 1 ? TOLD : failed.length).map(({ request, error }) => (
        <Strip key={request.role.roleArn} tone="danger">
          <p role="alert" className="min-w-0 flex-1 basis-60 break-words">
            <span className="font-semibold">{name(request.label)} could not be opened.</span>{' '}
            {inShort(text(error.message))}
          </p>
          <Popover
            label={`Why ${name(request.label)} could not be opened`}
            placement="bottom end"
            trigger={<Button size="small">Why?</Button>}
          >
            <div className="flex flex-col gap-2 text-sm break-words">
              <p>{text(error.message)}</p>
              <p>{text(error.advice)}</p>
            </div>
          </Popover>
          <Button size="small" onClick={() => sessionStore.openAccounts([request])}>
            Try again
          </Button>
          <Button size="small" onClick={() => sessionStore.dismissOpening(request.role.roleArn)}>
            Dismiss
          </Button>
        </Strip>
      ))}
      {failed.length > TOLD + 1 && (
        <Strip tone="danger">
          <p className="min-w-0 flex-1 basis-60 break-words">
            <span className="font-semibold">{failed.length - TOLD} more could not be opened:</span>{' '}
            {failed
              .slice(TOLD)
              .map(({ request }) => name(request.label))
              .join(', ')}
          </p>
        </Strip>
      )}
    </>
  );
}

function Strip(props: {
  readonly tone: 'doubt' | 'danger' | 'plain';
  readonly children: ReactNode;
}): ReactElement {
  const { tone } = props;
  return (
    <div
      className={classNames(
        'flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 text-sm',
        { doubt: 'bg-doubt-tint', danger: 'bg-danger-tint', plain: 'bg-panel' }[tone],
      )}
    >
      {tone === 'doubt' && <Icon name="clock" size={14} className="text-doubt" />}
      {tone === 'danger' && <Icon name="critical" size={14} className="text-danger" />}
      {props.children}
    </div>
  );
}

/** Without what AWS says, which is long. */
function inShort(message: string): string {
  return message.split(' AWS says:')[0] ?? message;
}

function isSoon(held: HeldSession, now: number): boolean {
  const end = endsAt(held);
  return end !== undefined && Date.parse(end) - now < SOON_MS;
}

function shortest(held: readonly HeldSession[], now: number): string {
  const ends = held.flatMap((each) => endsAt(each) ?? []).sort();
  return (ends[0] && timeLeft(ends[0], now)) ?? 'a moment';
}

/** `The credentials`, or `The credentials of Acme and Harbour` where there are other accounts. */
function whose(held: readonly HeldSession[], others: boolean, { account, name }: Redaction): string {
  if (!others) return 'The credentials';
  const names = held.map(({ session, request }) => {
    const label = request?.label ?? session.alias;
    return label ? name(label) : groupedAccount(account(session.accountId));
  });
  return `The credentials of ${new Intl.ListFormat('en').format(names)}`;
}
