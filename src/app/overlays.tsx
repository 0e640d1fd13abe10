import type { ReactElement } from 'react';
import type { ActionContext } from '../actions/action.ts';
import { useAppConfig } from '../state/app-config.ts';
import { useKnownAccounts } from '../state/known-accounts.ts';
import { useMinimalPolicy } from '../state/live-queries.ts';
import { sessionStore } from '../state/session-store.ts';
import { signInAs } from '../state/sign-in-request.ts';
import type { Source } from '../state/use-source.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { LazyAccessDialog } from '../views/access/lazy-access-dialog.tsx';
import { AccountsDialog } from '../views/accounts/accounts-dialog.tsx';
import { LazyAskDialog } from '../views/ask/lazy-ask-dialog.tsx';
import { LazyBaselineDialog } from '../views/compare/lazy-compare.tsx';
import { CoveragePanel } from '../views/coverage/coverage-panel.tsx';
import { LazyPictureDialog } from '../views/picture/lazy-picture-dialog.tsx';
import { CommandPalette } from '../views/shell/command-palette.tsx';
import { ShortcutHelp } from '../views/shell/shortcut-help.tsx';
import { IssuerButtons } from '../views/signin/issuer-buttons.tsx';
import { SignInForm } from '../views/signin/sign-in-form.tsx';
import { Rail } from './rail.tsx';

export type Overlay =
  | 'none'
  | 'palette'
  | 'help'
  | 'filters'
  | 'coverage'
  | 'sign-in'
  | 'access'
  | 'ask-for-file'
  | 'picture'
  | 'accounts';

export interface OverlaysProps {
  readonly open: Overlay;
  readonly onOpen: (overlay: Overlay) => void;
  readonly source: Source;
  readonly context: ActionContext;
}

/** What opens over the workspace, one at a time. */
export function Overlays({ open, onOpen, source, context }: OverlaysProps): ReactElement {
  const close = (): void => onOpen('none');
  const policy = useMinimalPolicy(['graph', 'users-of-profiles', 'role-details', 'role-policies']);
  return (
    <>
      <CommandPalette open={open === 'palette'} onClose={close} context={context} />
      <ShortcutHelp open={open === 'help'} onClose={close} />
      <LazyAccessDialog
        open={open === 'access' || open === 'ask-for-file'}
        onClose={close}
        start={open === 'ask-for-file' ? 'file' : 'role'}
      />
      <LazyPictureDialog open={open === 'picture'} onClose={close} />
      <LazyAskDialog />
      <LazyBaselineDialog onScreen={source.inventory} />
      <AccountsDialog open={open === 'accounts'} onClose={close} />
      <Sheet title="Filters" side="left" open={open === 'filters'} onClose={close}>
        <Rail onCoverage={() => onOpen('coverage')} />
      </Sheet>
      <CoveragePanel
        open={open === 'coverage'}
        onClose={close}
        minimalPolicy={source.sessions.length > 0 ? policy : undefined}
      />
      <Dialog title="Sign in again" open={open === 'sign-in'} onClose={close}>
        <SignInAgain source={source} onDone={close} />
      </Dialog>
    </>
  );
}

function SignInAgain(props: { readonly source: Source; readonly onDone: () => void }): ReactElement {
  const config = useAppConfig();
  const known = useKnownAccounts();
  const { sessions } = props.source;
  const region = sessions[0]?.session.startRegion ?? (config?.ok ? config.value.startRegion : undefined);
  const opened = sessions.flatMap(({ request }) => request ?? []);
  const [first] = sessions;
  const isKnown = known.some(({ roleArn }) => roleArn === first?.request?.role.roleArn);
  return (
    <div className="flex flex-col gap-4">
      <IssuerButtons keepPage onSignedIn={props.onDone} />
      <SignInForm
        startRegion={region ?? 'us-east-1'}
        startHow={first?.request ? 'role' : 'keys'}
        startAccounts={opened.map(({ role }) => role.roleArn)}
        startRole={isKnown ? undefined : first?.request?.role}
        onSignIn={async (...request) => {
          const error = await signInAs(sessionStore, ...request);
          if (!error) props.onDone();
          return error;
        }}
      />
    </div>
  );
}
