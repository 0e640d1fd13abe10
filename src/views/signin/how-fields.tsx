import type { ReactElement } from 'react';
import { assertNever } from '../../base/assert-never.ts';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import type { KnownAccount } from '../../state/known-accounts.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { AccountChoice } from './account-choice.tsx';
import type { SignInProblems } from './form-texts.ts';
import { KeyFields } from './key-fields.tsx';
import { MfaFields } from './mfa-fields.tsx';
import type { How } from './read-sign-in.ts';
import { RegionField } from './region-field.tsx';
import { DurationField, LimitChoice, RoleArnField, RoleFields, SessionNameField } from './role-fields.tsx';
import { SamlFields } from './saml-fields.tsx';
import { SECRET_INPUT } from './secret-input.ts';

export interface HowFieldsProps {
  readonly how: How;
  readonly problems: SignInProblems;
  readonly startRegion: string;
  readonly startRole?: { readonly roleArn: string; readonly externalId?: string | undefined } | undefined;
  readonly onCredentials: (credentials: StsCredentials) => void;
  readonly known: readonly KnownAccount[];
  readonly accounts: ReadonlySet<string>;
  readonly onAccounts: (accounts: ReadonlySet<string>) => void;
  readonly anotherRole: boolean;
  readonly onAnotherRole: (on: boolean) => void;
  readonly limited: boolean;
  readonly onLimited: (limited: boolean) => void;
  readonly duration: string;
  readonly onDuration: (duration: string) => void;
  readonly samlRole: string | undefined;
  readonly onSamlRole: (roleArn: string) => void;
}

/** The fields of one way to sign in. Those for keys stay what they are between the ways that need them. */
export function HowFields(props: HowFieldsProps): ReactElement {
  const { how, problems, onCredentials } = props;
  const needsKeys = how === 'keys' || how === 'role' || how === 'mfa';
  const region = <RegionField startRegion={props.startRegion} error={problems.region} />;
  return (
    <>
      {needsKeys && (
        <KeyFields problems={problems} onCredentials={onCredentials} withToken={how !== 'mfa'}>
          {how === 'mfa' && <MfaFields problems={problems} />}
          {region}
        </KeyFields>
      )}
      <OtherFields {...props} region={region} />
    </>
  );
}

function OtherFields(props: HowFieldsProps & { readonly region: ReactElement }): ReactElement | null {
  const { how, problems, region } = props;
  const duration = { problems, duration: props.duration, onDuration: props.onDuration };
  const limit = <LimitChoice limited={props.limited} onLimited={props.onLimited} />;
  switch (how) {
    case 'keys':
      return null;
    case 'role':
      return (
        <>
          {props.known.length > 0 && (
            <AccountChoice
              accounts={props.known}
              chosen={props.accounts}
              onChoose={props.onAccounts}
              anotherRole={props.anotherRole}
              onAnotherRole={props.onAnotherRole}
            />
          )}
          {(props.anotherRole || props.known.length === 0) && (
            <RoleFields {...duration} startRole={props.startRole} />
          )}
          {limit}
        </>
      );
    case 'mfa':
      return (
        <p className="text-sm text-muted">
          Turns the long-lived keys of a user into a session of 12 hours with MFA behind it.
        </p>
      );
    case 'web-identity':
      return (
        <>
          <TextArea
            {...SECRET_INPUT}
            name="token"
            label="Web identity token"
            mono
            rows={3}
            placeholder="eyJhbGciOi…"
            description="An OpenID Connect ID token of an issuer that the role trusts."
            error={problems.token}
          />
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <RoleArnField problems={problems} />
            <SessionNameField problems={problems} />
            <DurationField {...duration} />
            {region}
          </div>
          {limit}
        </>
      );
    case 'saml':
      return (
        <>
          <SamlFields problems={problems} chosen={props.samlRole} onChoose={props.onSamlRole} />
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <DurationField {...duration} />
            {region}
          </div>
          {limit}
        </>
      );
    default:
      return assertNever(how);
  }
}
