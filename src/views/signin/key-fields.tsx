import type { ReactElement, ReactNode } from 'react';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import { TextField } from '../../ui/text-field.tsx';
import type { SignInProblems } from './form-texts.ts';
import { fillFromWholePaste, PasteBox } from './paste-box.tsx';
import { SECRET_INPUT } from './secret-input.ts';

export interface KeyFieldsProps {
  readonly problems: SignInProblems;
  readonly onCredentials: (credentials: StsCredentials) => void;
  /** Long-lived keys have no session token. */
  readonly withToken?: boolean;
  /** Further fields for the same grid. */
  readonly children?: ReactNode;
}

/** One paste box, and the fields that it fills. */
export function KeyFields({
  problems,
  onCredentials,
  withToken = true,
  children,
}: KeyFieldsProps): ReactElement {
  return (
    <>
      <PasteBox onCredentials={onCredentials} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          {...SECRET_INPUT}
          name="accessKeyId"
          label="Access key ID"
          mono
          placeholder={withToken ? 'ASIA…' : 'AKIA…'}
          error={problems.accessKeyId}
          onPaste={(event) => fillFromWholePaste(event, onCredentials)}
        />
        <TextField
          {...SECRET_INPUT}
          name="secretAccessKey"
          type="password"
          label="Secret access key"
          mono
          error={problems.secretAccessKey}
        />
        {withToken && (
          <TextField
            {...SECRET_INPUT}
            name="sessionToken"
            type="password"
            label="Session token"
            mono
            error={problems.sessionToken}
          />
        )}
        {children}
      </div>
    </>
  );
}
