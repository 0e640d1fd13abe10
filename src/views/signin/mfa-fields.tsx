import type { ReactElement } from 'react';
import { TextField } from '../../ui/text-field.tsx';
import type { SignInProblems } from './form-texts.ts';
import { SECRET_INPUT } from './secret-input.ts';

/** An MFA device and the code that it shows. */
export function MfaFields({ problems }: { readonly problems: SignInProblems }): ReactElement {
  return (
    <>
      <TextField
        {...SECRET_INPUT}
        name="mfaSerial"
        label="MFA device"
        mono
        placeholder="arn:aws:iam::…:mfa/me"
        error={problems.mfaSerial}
      />
      <TextField
        {...SECRET_INPUT}
        name="mfaCode"
        label="MFA code"
        mono
        inputMode="numeric"
        autoComplete="one-time-code"
        placeholder="123456"
        error={problems.mfaCode}
      />
    </>
  );
}
