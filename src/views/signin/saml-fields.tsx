import { type ReactElement, useState } from 'react';
import type { SamlRole } from '../../session/sts/saml-response.ts';
import { readSamlResponse } from '../../state/role-form.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { SignInProblems } from './form-texts.ts';
import { SECRET_INPUT } from './secret-input.ts';

export interface SamlFieldsProps {
  readonly problems: SignInProblems;
  /** The ARN of the role that is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (roleArn: string) => void;
}

/** A SAML response, and which of its roles to take. */
export function SamlFields({ problems, chosen, onChoose }: SamlFieldsProps): ReactElement {
  const [roles, setRoles] = useState<readonly SamlRole[]>([]);
  const [problem, setProblem] = useState<string>();
  const look = (text: string): void => {
    const read = readSamlResponse(text);
    setRoles(read.ok ? read.value.roles : []);
    setProblem(read.ok || text.trim() === '' ? undefined : read.error);
    const [first] = read.ok ? read.value.roles : [];
    if (first) onChoose(first.roleArn);
  };
  return (
    <>
      <TextArea
        {...SECRET_INPUT}
        name="samlResponse"
        label="SAML response"
        mono
        rows={3}
        placeholder="PHNhbWxwOlJlc3BvbnNl…"
        description="The value of SAMLResponse that your identity provider posts to AWS: valid for five minutes, once."
        error={problem ?? problems.samlResponse}
        onInput={(event) => look(event.currentTarget.value)}
      />
      {roles.length > 1 && (
        <Select
          label={`Role, of ${roles.length} in the response`}
          tall
          options={roles.map(({ roleArn }) => ({ value: roleArn, label: roleArn }))}
          value={chosen ?? ''}
          onChange={onChoose}
        />
      )}
      {roles.length === 1 && (
        <p className="text-sm break-all">
          <span className="text-muted">Role: </span>
          <code>{roles[0]?.roleArn}</code>
        </p>
      )}
    </>
  );
}
