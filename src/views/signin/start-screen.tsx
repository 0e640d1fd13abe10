import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import {
  cancelLoad,
  type Loaded,
  type LoadProblem,
  openPasted,
  showFilesPanel,
} from '../../state/loaded-store.ts';
import type { SignIn } from '../../state/sign-in-request.ts';
import { useRelay } from '../../state/use-relay.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LazyAccessDialog } from '../access/lazy-access-dialog.tsx';
import type { AccessWay } from '../access/way-choice.tsx';
import { LazyFilesPanel } from '../files/lazy-files-panel.tsx';
import { ThemeSwitch } from '../shell/theme-switch.tsx';
import { watchPastes } from '../shell/watch-pastes.ts';
import { ChainPicture } from './chain-picture.tsx';
import { FileDrop } from './file-drop.tsx';
import { IssuerButtons } from './issuer-buttons.tsx';
import { SignInForm } from './sign-in-form.tsx';

export interface StartScreenProps {
  readonly startRegion: string;
  /** What is wrong with `config.json`, as a sentence; signing in is not offered then. */
  readonly configProblem?: string | undefined;
  readonly onSignIn: SignIn;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSample: () => void;
  /** What is being loaded from files or the sample, and why the last of them could not be shown. */
  readonly loaded: Loaded;
}

/** Three doors: sign in, open files, look at the sample account. */
export function StartScreen(props: StartScreenProps): ReactElement {
  const [lit, setLit] = useState(false);
  const [asking, setAsking] = useState<AccessWay>();
  const relay = useRelay();
  const { loading, problem, progress, last } = props.loaded;
  const { onFiles } = props;
  useEffect(() => watchPastes(onFiles, (text) => void openPasted(text)), [onFiles]);
  return (
    <div className="flex min-h-full flex-col bg-canvas">
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between px-4 py-3 sm:px-8">
        <Logo />
        <ThemeSwitch />
      </header>
      <main className="mx-auto w-full max-w-6xl px-4 pb-10 sm:px-8 [@media(height>=1100px)]:my-auto">
        <div className="grid items-center gap-x-12 gap-y-6 pt-6 pb-8 lg:grid-cols-[1fr_minmax(0,36rem)] lg:pt-12 lg:pb-10">
          <div className="flex flex-col gap-3">
            <h1 className="text-[26px] leading-8 font-semibold tracking-tight text-balance sm:text-[30px] sm:leading-9">
              Which role does each EC2 instance really have?
            </h1>
            <p className="max-w-prose text-lg text-muted">
              Rolewire draws every chain from instance through instance profile to role, and shows where it
              breaks.
            </p>
          </div>
          <ChainPicture className="hidden w-full sm:block" />
        </div>
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <Door
            icon="key"
            title="Sign in"
            text="With credentials from AWS STS, read every region of an account."
          >
            {props.configProblem ? (
              <Notice tone="danger" title={props.configProblem} alert>
                Signing in waits until the file is right: it says which endpoints your credentials go to.
                Files and the sample account work without it.
              </Notice>
            ) : (
              <>
                <IssuerButtons />
                <SignInForm startRegion={props.startRegion} onSignIn={props.onSignIn} />
              </>
            )}
          </Door>
          <Door
            icon="folder"
            title="Open files"
            text="What the AWS CLI printed, in any form, or a Rolewire snapshot. Nothing is uploaded."
            lit={lit}
          >
            <FileDrop
              busy={loading === 'files'}
              progress={progress}
              onFiles={onFiles}
              onPaste={() => showFilesPanel('paste')}
              onCancel={cancelLoad}
              onDragging={setLit}
            />
            <Problem from="files" problem={problem} />
            {problem?.from === 'files' && last !== undefined && (
              <Button size="small" className="self-start" onClick={() => showFilesPanel('reports')}>
                What is wrong with each file
              </Button>
            )}
            <div className="flex flex-col gap-1 text-sm text-muted">
              <p>These two give every chain:</p>
              <code className="break-words">aws iam list-instance-profiles</code>
              <code className="break-words">aws ec2 describe-instances</code>
            </div>
            <Button size="small" icon="account" className="self-start" onClick={() => setAsking('file')}>
              Ask a customer for a file
            </Button>
          </Door>
          <Door
            icon="sample"
            title="Sample account"
            text="Invented, with every state that a chain can be in. No AWS account needed."
          >
            <Button
              size="large"
              className="self-start"
              aria-disabled={loading === 'sample'}
              onClick={props.onSample}
            >
              {loading === 'sample' ? 'Opening…' : 'Explore the sample account'}
            </Button>
            <Problem from="sample" problem={problem} />
            <ul className="flex flex-col gap-2 text-sm text-muted">
              {IN_THE_SAMPLE.map(({ icon, text }) => (
                <li key={text} className="flex items-start gap-2">
                  <Icon name={icon} size={14} className="mt-0.5" />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </Door>
        </div>
        <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
          <Button icon="account" onClick={() => setAsking('role')}>
            Ask a customer for access
          </Button>
          <span>
            Makes a role that lets us read their account and change nothing, or a script that collects one
            file.
          </span>
        </div>
        <p className="mt-3 flex items-start gap-2 text-sm text-muted">
          <Icon name="lock" size={14} className="mt-0.5" />
          <span>
            Only signed calls to AWS leave this browser: credentials stay in the memory of this tab, files
            never leave it, and{' '}
            {relay?.inUse
              ? `the calls go through the relay at ${relay.address}`
              : 'there is no server of ours'}
            .
          </span>
        </p>
      </main>
      <LazyFilesPanel />
      <LazyAccessDialog open={asking !== undefined} onClose={() => setAsking(undefined)} start={asking} />
    </div>
  );
}

const IN_THE_SAMPLE: readonly { readonly icon: IconName; readonly text: string }[] = [
  { icon: 'wire-broken', text: 'A profile deleted and made again under its old name' },
  { icon: 'critical', text: 'A profile that holds no role' },
  { icon: 'lock', text: 'A role that does not let EC2 assume it' },
  { icon: 'graph', text: 'One role in several profiles, with other names' },
  { icon: 'unknown', text: 'A region that may not be read' },
];

function Door(props: {
  icon: IconName;
  title: string;
  text: string;
  lit?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <section
      aria-label={props.title}
      className={classNames(
        'flex min-w-0 flex-col gap-4 rounded-xl border bg-panel p-4 sm:p-5',
        props.lit ? 'border-accent' : 'border-line',
      )}
    >
      <div className="flex flex-col gap-1">
        <h2 className="flex items-center gap-2 text-lg font-semibold">
          <Icon name={props.icon} className="text-accent" />
          {props.title}
        </h2>
        <p className="text-sm text-muted">{props.text}</p>
      </div>
      {props.children}
    </section>
  );
}

function Problem(props: { from: 'files' | 'sample'; problem: LoadProblem | undefined }): ReactElement | null {
  if (props.problem?.from !== props.from) return null;
  return (
    <Notice tone="danger" title={props.problem.message} alert>
      {props.problem.remedy}
    </Notice>
  );
}
