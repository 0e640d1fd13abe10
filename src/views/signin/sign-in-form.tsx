import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { KNOWN_REGIONS } from '../../base/partitions.ts';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import type { EndpointChoice, SignInError } from '../../session/session.ts';
import { useAppConfig } from '../../state/app-config.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CopyPolicy } from './copy-policy.tsx';
import { credentialsIn, type FieldProblems, type FieldTexts, fieldProblems } from './credential-fields.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import { fillFromWholePaste, PasteBox } from './paste-box.tsx';
import { RelayInUse, RelayOffer } from './relay-notice.tsx';
import { SECRET_INPUT } from './secret-input.ts';

export interface SignInFormProps {
  /** What the region field stands for while it is empty. */
  readonly startRegion: string;
  /** Proves the credentials; gives the reason when AWS does not take them. */
  readonly onSignIn: (
    credentials: StsCredentials,
    region: string,
    endpoints: EndpointChoice,
  ) => Promise<SignInError | undefined>;
}

/** One paste box, the four fields that it fills, and the button. */
export function SignInForm({ startRegion, onSignIn }: SignInFormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const pasted = useRef<StsCredentials>(undefined);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [failure, setFailure] = useState<SignInError>();
  const [busy, setBusy] = useState(false);
  const [longLived, setLongLived] = useState(false);
  const [region, setRegion] = useState('');
  const [chosen, setChosen] = useState<EndpointChoice>();
  const loaded = useAppConfig();
  const config = loaded?.ok ? loaded.value : {};
  const endpoints = chosen ?? {
    useFipsEndpoint: config.useFipsEndpoint ?? false,
    useDualstackEndpoint: config.useDualstackEndpoint ?? false,
  };

  const fill = (credentials: StsCredentials): void => {
    pasted.current = credentials;
    setField(form.current, 'accessKeyId', credentials.accessKeyId);
    setField(form.current, 'secretAccessKey', credentials.secretAccessKey);
    setField(form.current, 'sessionToken', credentials.sessionToken ?? '');
    if (credentials.region) setField(form.current, 'region', credentials.region);
    setProblems({});
    setFailure(undefined);
    look();
    announce('The fields are filled. Press Enter to sign in.');
    form.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  };
  const look = (): void => {
    const { accessKeyId, sessionToken, region: typed } = fieldTexts(form.current);
    setRegion(typed.trim());
    setLongLived(accessKeyId.trim().startsWith('AKIA') && sessionToken.trim() === '');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const fields = fieldTexts(form.current);
    const found = fieldProblems(fields);
    setProblems(found);
    setFailure(undefined);
    const first = FIELDS.find((field) => found[field] !== undefined);
    if (first) {
      inputOf(form.current, first)?.focus();
      return;
    }
    setBusy(true);
    const asked = fields.region.trim() || startRegion;
    const error = await onSignIn(credentialsIn(fields, pasted.current), asked, endpoints);
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
      <PasteBox onCredentials={fill} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          {...SECRET_INPUT}
          name="accessKeyId"
          label="Access key ID"
          mono
          placeholder="ASIA…"
          error={problems.accessKeyId}
          onPaste={(event) => fillFromWholePaste(event, fill)}
        />
        <TextField
          {...SECRET_INPUT}
          name="secretAccessKey"
          type="password"
          label="Secret access key"
          mono
          error={problems.secretAccessKey}
        />
        <TextField
          {...SECRET_INPUT}
          name="sessionToken"
          type="password"
          label="Session token"
          mono
          error={problems.sessionToken}
        />
        <TextField
          {...SECRET_INPUT}
          name="region"
          label="Region"
          mono
          list="known-regions"
          placeholder={startRegion}
          error={problems.region}
        />
        <datalist id="known-regions">
          {KNOWN_REGIONS.map((known) => (
            <option key={known}>{known}</option>
          ))}
        </datalist>
      </div>
      {config.endpoint === undefined && (
        <EndpointFields region={region || startRegion} choice={endpoints} onChange={setChosen} />
      )}
      {longLived && (
        <Notice tone="doubt" title="These keys never expire.">
          They work, but temporary ones are safer: <code>aws sts get-session-token</code> makes a set that
          ends by itself.
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
          {busy ? 'Asking AWS who you are…' : 'Sign in'}
        </Button>
        <CopyPolicy />
      </div>
    </form>
  );
}

const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'region'] as const;

function inputOf(form: HTMLFormElement | null, name: keyof FieldTexts): HTMLInputElement | undefined {
  const input = form?.elements.namedItem(name);
  return input instanceof HTMLInputElement ? input : undefined;
}

function setField(form: HTMLFormElement | null, name: keyof FieldTexts, value: string): void {
  const input = inputOf(form, name);
  if (input) input.value = value;
}

function fieldTexts(form: HTMLFormElement | null): FieldTexts {
  const text = (name: keyof FieldTexts): string => inputOf(form, name)?.value ?? '';
  return {
    accessKeyId: text('accessKeyId'),
    secretAccessKey: text('secretAccessKey'),
    sessionToken: text('sessionToken'),
    region: text('region'),
  };
}
