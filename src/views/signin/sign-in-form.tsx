import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import type { EndpointChoice, SignInError } from '../../session/session.ts';
import { useAppConfig } from '../../state/app-config.ts';
import { useKnownAccounts } from '../../state/known-accounts.ts';
import { accountRequest } from '../../state/saved-accounts.ts';
import type { SignIn } from '../../state/sign-in-request.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CopyPolicy } from './copy-policy.tsx';
import { EndpointFields } from './endpoint-fields.tsx';
import { fieldOf, SIGN_IN_FIELDS, type SignInProblems, textsOf } from './form-texts.ts';
import { HowFields } from './how-fields.tsx';
import { HowSwitch } from './how-switch.tsx';
import { type How, readSignIn } from './read-sign-in.ts';
import { RelayInUse, RelayOffer } from './relay-notice.tsx';

export interface SignInFormProps {
  /** What the region field stands for while it is empty. */
  readonly startRegion: string;
  /** Signs in; gives the reason when AWS refuses. */
  readonly onSignIn: SignIn;
  /** How it begins; with plain keys when not given. */
  readonly startHow?: How | undefined;
  /** Role ARNs of the known accounts that are ticked at first. */
  readonly startAccounts?: readonly string[] | undefined;
  /** A role to begin with that is none of the known accounts'. */
  readonly startRole?: { readonly roleArn: string; readonly externalId?: string | undefined } | undefined;
}

/** How to sign in, the fields that this needs, and the button. */
export function SignInForm(props: SignInFormProps): ReactElement {
  const { startRegion, onSignIn } = props;
  const form = useRef<HTMLFormElement>(null);
  const pasted = useRef<StsCredentials>(undefined);
  const [how, setHow] = useState<How>(props.startHow ?? 'keys');
  const [problems, setProblems] = useState<SignInProblems>({});
  const [failure, setFailure] = useState<SignInError>();
  const [busy, setBusy] = useState(false);
  const [longLived, setLongLived] = useState(false);
  const [region, setRegion] = useState('');
  const [chosen, setChosen] = useState<EndpointChoice>();
  const [accounts, setAccounts] = useState<ReadonlySet<string>>(new Set(props.startAccounts));
  const [anotherRole, setAnotherRole] = useState(props.startRole !== undefined);
  const [limited, setLimited] = useState(true);
  const [duration, setDuration] = useState('');
  const [samlRole, setSamlRole] = useState<string>();
  const known = useKnownAccounts();
  const loaded = useAppConfig();
  const config = loaded?.ok ? loaded.value : {};
  const endpoints = chosen ?? {
    useFipsEndpoint: config.useFipsEndpoint ?? false,
    useDualstackEndpoint: config.useDualstackEndpoint ?? false,
  };

  const fill = (credentials: StsCredentials): void => {
    pasted.current = credentials;
    for (const name of ['accessKeyId', 'secretAccessKey', 'sessionToken', 'region'] as const) {
      const field = fieldOf(form.current, name);
      if (field && (name !== 'region' || credentials.region)) field.value = credentials[name] ?? '';
    }
    setProblems({});
    setFailure(undefined);
    look();
    if (how === 'keys') {
      announce('The fields are filled. Press Enter to sign in.');
      form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
    } else announce('The fields are filled.');
  };
  const look = (): void => {
    const { accessKeyId, sessionToken, region: typed } = textsOf(form.current);
    setRegion(typed.trim());
    setLongLived(accessKeyId.trim().startsWith('AKIA') && sessionToken.trim() === '');
  };
  const change = (next: How): void => {
    setHow(next);
    setProblems({});
    setFailure(undefined);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const texts = textsOf(form.current);
    const ticked = known.filter(({ roleArn }) => accounts.has(roleArn));
    const choices = {
      how,
      limited,
      anotherRole,
      samlRole,
      accounts: ticked.map((account) => accountRequest(account, limited)),
    };
    const read = readSignIn(texts, choices, pasted.current);
    setProblems(read.ok ? {} : read.error);
    setFailure(undefined);
    if (!read.ok) {
      const first = SIGN_IN_FIELDS.find((field) => read.error[field] !== undefined);
      if (first) focusOn(fieldOf(form.current, first));
      return;
    }
    setBusy(true);
    const error = await onSignIn(read.value, texts.region.trim() || startRegion, endpoints);
    setBusy(false);
    setFailure(error);
    if (error) return;
    // Nothing secret stays in the page once it is in use.
    pasted.current = undefined;
    form.current?.reset();
  };

  return (
    <form
      ref={form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => void submit(event)}
      onInput={look}
      className="flex flex-col gap-3"
    >
      <HowSwitch how={how} onChange={change} />
      <HowFields
        how={how}
        problems={problems}
        startRegion={startRegion}
        startRole={props.startRole}
        onCredentials={fill}
        known={known}
        accounts={accounts}
        onAccounts={setAccounts}
        anotherRole={anotherRole}
        onAnotherRole={setAnotherRole}
        limited={limited}
        onLimited={setLimited}
        duration={duration}
        onDuration={setDuration}
        samlRole={samlRole}
        onSamlRole={setSamlRole}
      />
      {config.endpoint === undefined && (
        <EndpointFields region={region || startRegion} choice={endpoints} onChange={setChosen} />
      )}
      {longLived && how === 'keys' && (
        <Notice tone="doubt" title="These keys never expire.">
          They work, but temporary ones are safer: assume a role with them, or sign in with MFA under More.
        </Notice>
      )}
      {failure && (
        <Notice tone="danger" title={failure.message} alert>
          {failure.advice}
        </Notice>
      )}
      {failure?.kind === 'unreachable' && (
        <RelayOffer label="Try through the relay" onAccept={() => form.current?.requestSubmit()} />
      )}
      <RelayInUse />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button type="submit" kind="primary" size="large" aria-disabled={busy}>
          {busy ? BUSY[how] : 'Sign in'}
        </Button>
        <CopyPolicy />
      </div>
    </form>
  );
}

const BUSY: Readonly<Record<How, string>> = {
  keys: 'Asking AWS who you are…',
  role: 'Assuming the role…',
  mfa: 'Asking for a session…',
  'web-identity': 'Assuming the role…',
  saml: 'Assuming the role…',
};

/** Opens what hides a field, then goes there. */
function focusOn(field: HTMLElement | undefined): void {
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
