import type { ReactElement, ReactNode } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import { showFilesPanel } from '../../state/loaded-store.ts';
import { type OfferedRelay, useRelay } from '../../state/use-relay.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SessionList } from '../accounts/session-list.tsx';
import { accountWords, type Identity } from './identity.ts';
import { timeLeft } from './time-words.ts';
import { useNow } from './use-now.ts';

/** Seconds of warning before credentials end. */
const SOON_MS = 5 * 60_000;

export interface AccountChipProps {
  readonly identity: Identity;
  /** Opens the list of accounts to choose from; absent when nobody is signed in. */
  readonly onAccounts?: (() => void) | undefined;
}

/** Whose account is on screen, and how long the credentials last. Opens into the whole of it. */
export function AccountChip({ identity, onAccounts }: AccountChipProps): ReactElement {
  const now = useNow(identity.expiresAt ? 5_000 : 600_000);
  const left = identity.expiresAt ? timeLeft(identity.expiresAt, now) : undefined;
  const soon = identity.expiresAt !== undefined && Date.parse(identity.expiresAt) - now < SOON_MS;
  const offered = useRelay();
  const relay = identity.state === 'signed-in' ? offered : undefined;
  const isLive = identity.state === 'signed-in' || identity.state === 'signed-out';
  const [only] = identity.accounts.length === 1 ? identity.accounts : [];
  return (
    <Popover
      label="Account"
      className={isLive ? 'w-96 max-w-full' : 'w-80'}
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
              {only.partition && only.partition !== 'aws' && <Tag tone="neutral">{only.partition}</Tag>}
              {identity.callerArn && (
                <span className="truncate text-muted max-2xl:hidden">{callerName(identity.callerArn)}</span>
              )}
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
      {(close) => (
        <>
          {isLive ? (
            <SessionList
              onAccounts={
                onAccounts &&
                (() => {
                  close();
                  onAccounts();
                })
              }
            />
          ) : (
            <Known identity={identity} onFiles={close} />
          )}
          {relay && <RelayPart relay={relay} />}
        </>
      )}
    </Popover>
  );
}

/** What files and the sample say of their accounts. */
function Known(props: { readonly identity: Identity; readonly onFiles: () => void }): ReactElement {
  const { identity } = props;
  return (
    <dl className="flex flex-col gap-2.5 text-sm">
      {identity.accounts.map((account) => (
        <Row key={account.id} name={account.alias ?? 'Account'} copy={account.id} what="account id">
          <span className="font-mono">{groupedAccount(account.id)}</span>
          {account.partition && <span className="text-muted"> · partition {account.partition}</span>}
        </Row>
      ))}
      <Row name="Credentials">
        {identity.state === 'sample' ? 'None: this account is invented.' : 'None: nothing was asked of AWS.'}
      </Row>
      {identity.files.length > 0 && <Row name="Read from">{someOf(identity.files)}</Row>}
      {identity.files.length > 0 && (
        <Button
          size="small"
          className="self-start"
          onClick={() => {
            props.onFiles();
            showFilesPanel('reports');
          }}
        >
          What the files gave
        </Button>
      )}
    </dl>
  );
}

const SHOWN_FILES = 8;

function someOf(files: readonly string[]): string {
  const more = files.length - SHOWN_FILES;
  return `${files.slice(0, SHOWN_FILES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function RelayPart({ relay }: { readonly relay: OfferedRelay }): ReactElement {
  return (
    <div className="mt-2.5 flex flex-col gap-2 border-t border-line pt-2.5 text-sm">
      <dl>
        <Row name="Calls to AWS">{relayWords(relay)}</Row>
      </dl>
      {relay.use && (
        <Switch checked={relay.inUse} onChange={relay.use}>
          Send calls through the relay
        </Switch>
      )}
    </div>
  );
}

/** `assumed-role/reader/mira`: who the caller is within the account, which stands beside it. */
function callerName(arn: string): string {
  return arn.split(':').slice(5).join(':') || arn;
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
