import type { ReactElement, ReactNode } from 'react';
import { type OfferedRelay, useRelay } from '../../state/use-relay.ts';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tag } from '../../ui/tag.tsx';
import { accountWords, type Identity } from './identity.ts';
import { clockTime, groupedAccount, timeLeft } from './time-words.ts';
import { useNow } from './use-now.ts';

/** Seconds of warning before credentials end. */
const SOON_MS = 5 * 60_000;

/** Whose account is on screen, and how long the credentials last. Opens into the whole of it. */
export function AccountChip({ identity }: { readonly identity: Identity }): ReactElement {
  const now = useNow(identity.expiresAt ? 5_000 : 600_000);
  const left = identity.expiresAt ? timeLeft(identity.expiresAt, now) : undefined;
  const soon = identity.expiresAt !== undefined && Date.parse(identity.expiresAt) - now < SOON_MS;
  const offered = useRelay();
  const relay = identity.state === 'signed-in' ? offered : undefined;
  const [only] = identity.accounts.length === 1 ? identity.accounts : [];
  return (
    <Popover
      label="Account"
      className="w-80"
      trigger={
        <button
          type="button"
          className="flex h-7 min-w-0 items-center gap-2 rounded-md bg-sunken px-2.5 text-sm transition-colors hover:bg-line aria-expanded:bg-line"
        >
          {identity.state === 'sample' && <Tag tone="sample">SAMPLE</Tag>}
          {identity.state === 'files' && <Icon name="folder" size={14} className="text-muted" />}
          {only ? (
            <>
              <span className="font-mono whitespace-nowrap">{groupedAccount(only.id)}</span>
              {only.alias && <span className="truncate text-muted max-xl:hidden">{only.alias}</span>}
            </>
          ) : (
            <span className="whitespace-nowrap">
              {identity.state === 'sample' ? countAccounts(identity) : accountWords(identity)}
            </span>
          )}
          {left && (
            <span
              className={classNames(
                'flex items-center gap-1 whitespace-nowrap tabular-nums max-md:hidden',
                soon ? 'font-semibold text-doubt' : 'text-muted',
              )}
            >
              <span aria-hidden="true">·</span>
              {left}
              <span className="sr-only"> left</span>
            </span>
          )}
          {relay?.inUse && <Tag tone="info">relay</Tag>}
          {identity.state === 'signed-out' && <Tag tone="doubt">signed out</Tag>}
          <Icon name="chevron-down" size={12} className="text-muted" />
        </button>
      }
    >
      <dl className="flex flex-col gap-2.5 text-sm">
        {identity.accounts.map((account) => (
          <Row key={account.id} name={account.alias ?? 'Account'} copy={account.id} what="account id">
            <span className="font-mono">{groupedAccount(account.id)}</span>
            {account.partition && <span className="text-muted"> · partition {account.partition}</span>}
          </Row>
        ))}
        {identity.callerArn && (
          <Row name="Signed in as" copy={identity.callerArn} what="caller ARN">
            <span className="font-mono break-all">{identity.callerArn}</span>
          </Row>
        )}
        <Row name="Credentials">{credentialWords(identity, left, now)}</Row>
        {relay && <Row name="Calls to AWS">{relayWords(relay)}</Row>}
        {identity.files.length > 0 && <Row name="Read from">{identity.files.join(', ')}</Row>}
      </dl>
      {relay?.use && (
        <Switch className="mt-2.5 border-t border-line pt-2.5" checked={relay.inUse} onChange={relay.use}>
          Send calls through the relay
        </Switch>
      )}
    </Popover>
  );
}

function countAccounts({ accounts }: Identity): string {
  return accounts.length > 1 ? `${accounts.length} accounts` : 'account';
}

function relayWords({ address, inUse }: OfferedRelay): ReactNode {
  if (!inUse) return 'Straight from this browser.';
  return (
    <>
      Through the relay <code className="break-all">{address}</code>, which sees session tokens, calls and
      answers, but never the secret key.
    </>
  );
}

function credentialWords(identity: Identity, left: string | undefined, now: number): string {
  switch (identity.state) {
    case 'sample':
      return 'None: this account is invented.';
    case 'files':
      return 'None: nothing was asked of AWS.';
    case 'signed-out':
      return 'Gone from this browser.';
    case 'signed-in':
      if (identity.longLived) return 'Keys that never expire, in the memory of this tab.';
      if (!identity.expiresAt || !left) return 'In the memory of this tab.';
      return `In the memory of this tab, until ${clockTime(identity.expiresAt, now)} (${left}).`;
  }
}

function Row(props: {
  readonly name: string;
  readonly copy?: string;
  readonly what?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <dt className="text-xs text-muted">{props.name}</dt>
        <dd className="break-words">{props.children}</dd>
      </div>
      {props.copy && props.what && <CopyButton text={props.copy} what={props.what} />}
    </div>
  );
}
