import { type ReactElement, useState } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import { type KnownAccount, useKnownAccounts } from '../../state/known-accounts.ts';
import { accountRequest, forgetAccount } from '../../state/saved-accounts.ts';
import { sessionStore, useSessions } from '../../state/session-store.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AddAccount } from './add-account.tsx';

export interface AccountsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The accounts that can be opened by a role with the credentials of whoever is signed in, to pick from and to add to. */
export function AccountsDialog({ open, onClose }: AccountsDialogProps): ReactElement {
  const known = useKnownAccounts();
  const { sessions, canOpenAccounts } = useSessions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [limited, setLimited] = useState(true);
  const isOpen = new Set(
    sessions.flatMap(({ state, request }) => (state === 'live' && request ? [request.role.roleArn] : [])),
  );
  const picked = known.filter(({ roleArn }) => chosen.has(roleArn) && !isOpen.has(roleArn));
  const choose = (roleArn: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(roleArn);
    else next.delete(roleArn);
    setChosen(next);
  };
  const begin = (): void => {
    sessionStore.openAccounts(picked.map((account) => accountRequest(account, limited)));
    announce(`Opening ${picked.length === 1 ? 'one account' : `${picked.length} accounts`}`);
    setChosen(new Set());
    onClose();
  };
  return (
    <Dialog
      title="Accounts"
      open={open}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button kind="primary" disabled={picked.length === 0 || !canOpenAccounts} onClick={begin}>
            {picked.length > 1 ? `Open ${picked.length} accounts` : 'Open account'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        <p className="text-muted">
          {canOpenAccounts
            ? 'Each is opened by a role, with the credentials of your sign-in, and read beside what is on screen.'
            : 'The credentials that accounts are opened with are gone. Sign in again to open some.'}
        </p>
        {known.length > 0 ? (
          <ul
            aria-label="Known accounts"
            className="flex flex-col divide-y divide-line rounded-lg border border-line"
          >
            {known.map((account) => (
              <AccountRow
                key={account.roleArn}
                account={account}
                isOpen={isOpen.has(account.roleArn)}
                chosen={chosen.has(account.roleArn)}
                onChoose={(on) => choose(account.roleArn, on)}
              />
            ))}
          </ul>
        ) : (
          <p className="rounded-lg bg-sunken px-3 py-2.5 text-muted">
            None yet. Add one below; it stays on this device, and nothing secret is in it.
          </p>
        )}
        {known.length > 0 && (
          <Checkbox checked={limited} onChange={setLimited}>
            Limit each session to the reads that Rolewire makes
          </Checkbox>
        )}
        <AddAccount
          startOpen={known.length === 0}
          onAdded={(added) => setChosen(new Set([...chosen, ...added]))}
        />
      </div>
    </Dialog>
  );
}

function AccountRow(props: {
  readonly account: KnownAccount;
  readonly isOpen: boolean;
  readonly chosen: boolean;
  readonly onChoose: (on: boolean) => void;
}): ReactElement {
  const { account, isOpen, chosen, onChoose } = props;
  const { redaction } = useWorkspace();
  const { roleArn, regions, keptBy } = account;
  const label = redaction.name(account.label);
  const shownArn = redaction.text(roleArn);
  return (
    <li className="flex items-center gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <Checkbox
          checked={chosen || isOpen}
          disabled={isOpen}
          onChange={onChoose}
          trailing={<span className="font-mono">{groupedAccount(shownArn.split(':')[4] ?? '')}</span>}
        >
          <span className="font-medium">{label}</span>
        </Checkbox>
        <p className="pl-6 text-xs break-all text-muted">
          <span className="font-mono">{shownArn.slice(shownArn.indexOf('role/'))}</span>
          {regions && ` · ${regions.join(', ')}`}
        </p>
      </div>
      {isOpen && <Tag tone="info">open</Tag>}
      {keptBy === 'device' ? (
        <IconButton
          icon="trash"
          label={`Forget ${label}`}
          onClick={() => {
            forgetAccount(roleArn);
            onChoose(false);
          }}
        />
      ) : (
        <Tag>this site</Tag>
      )}
    </li>
  );
}
