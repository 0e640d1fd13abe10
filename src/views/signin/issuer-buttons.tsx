import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { Issuer } from '../../session/oidc/issuer.ts';
import {
  dismissIssuerSignIn,
  type IssuerSignIn,
  redirectUri,
  signInAtIssuer,
  signInInWindow,
  useIssuerSignIn,
  useIssuers,
} from '../../state/issuer-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface IssuerButtonsProps {
  /** Whether there is a picture to keep: then the issuer's page opens in a window of its own. */
  readonly keepPage?: boolean;
  readonly onSignedIn?: (() => void) | undefined;
}

/** The ways to sign in that `config.json` offers, and how the one that was taken goes on. Nothing where it offers none. */
export function IssuerButtons({ keepPage = false, onSignedIn }: IssuerButtonsProps): ReactElement | null {
  const issuers = useIssuers();
  const signIn = useIssuerSignIn();
  const before = useRef(signIn.status);
  useEffect(() => {
    if (before.current === 'returning' && signIn.status === 'idle') onSignedIn?.();
    before.current = signIn.status;
  }, [signIn.status, onSignedIn]);
  if (issuers.length === 0 && signIn.status === 'idle') return null;
  const isBusy = signIn.status === 'leaving' || signIn.status === 'returning';
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-2">
        {issuers.map((issuer) => (
          <Button
            key={issuer.key}
            size="large"
            kind={issuers.length === 1 ? 'primary' : 'quiet'}
            icon="key"
            className="w-full"
            aria-disabled={isBusy}
            onClick={() => {
              if (!isBusy) void (keepPage ? signInInWindow(issuer) : signInAtIssuer(issuer));
            }}
          >
            <span className="truncate">Sign in with {issuer.label}</span>
          </Button>
        ))}
      </div>
      <Progress signIn={signIn} issuers={issuers} />
      {issuers.length > 0 && (
        <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          or with credentials
        </p>
      )}
    </div>
  );
}

function Progress(props: {
  readonly signIn: IssuerSignIn;
  readonly issuers: readonly Issuer[];
}): ReactElement | null {
  const { signIn, issuers } = props;
  const label = (key: string): string => issuers.find((issuer) => issuer.key === key)?.label ?? 'its page';
  switch (signIn.status) {
    case 'idle':
      return null;
    case 'leaving':
      return <Status>Going to the sign-in page of {label(signIn.issuer)}…</Status>;
    case 'returning':
      return <Status>Signing in to AWS…</Status>;
    case 'handed-over':
      return <Status>You are signed in, in the window that you came from. This one can be closed.</Status>;
    case 'elsewhere':
      return (
        <Notice
          tone="info"
          title={`Sign in with ${label(signIn.issuer)} in the window that has opened.`}
          actions={
            <Button size="small" onClick={dismissIssuerSignIn}>
              Stop waiting
            </Button>
          }
        >
          This page goes on by itself afterwards.
        </Notice>
      );
    case 'unanswered':
      return (
        <Notice tone="neutral" title={`You came back from ${label(signIn.issuer)} without signing in.`}>
          If its page showed an error such as redirect_mismatch: whoever manages it has to allow the callback
          URL <code className="break-all">{redirectUri()}</code>, letter by letter.
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={signIn.error.message} alert>
          {signIn.error.advice}
        </Notice>
      );
  }
}

function Status({ children }: { readonly children: ReactNode }): ReactElement {
  return <output className="text-sm text-muted">{children}</output>;
}
