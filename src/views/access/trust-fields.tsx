import type { ReactElement } from 'react';
import type { AccessField, AccessForm, AccessProblems } from '../../access/access-form.ts';
import { SESSION_HOURS } from '../../access/access-form.ts';
import type { AccessWarning } from '../../access/access-warnings.ts';
import { arnPartition } from '../../base/arn.ts';
import { partitionById } from '../../base/partitions.ts';
import { newExternalId } from '../../state/new-external-id.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { whenPointerIsUp } from '../../ui/when-pointer-is-up.ts';

export interface FormPartProps {
  readonly form: AccessForm;
  /** What to say is wrong, by field. */
  readonly problems: AccessProblems;
  readonly warnings: readonly AccessWarning[];
  readonly onChange: (change: Partial<AccessForm>) => void;
  readonly onLeave: (field: AccessField) => void;
}

/** Our principal, the external ID, and the role itself. */
export function TrustFields({ form, problems, warnings, onChange, onLeave }: FormPartProps): ReactElement {
  const remark = warnings.find((warning) => warning.tone === 'neutral');
  const doubts = warnings.filter((warning) => warning.tone === 'doubt');
  const changePrincipal = (principal: string): void => {
    const named = partitionById(arnPartition(principal.trim()));
    onChange({ principal, ...(named && { partition: named.id }) });
  };
  return (
    <>
      <TextField
        label="Our principal"
        mono
        autoComplete="off"
        spellCheck={false}
        placeholder="111122223333 or arn:aws:iam::111122223333:role/…"
        value={form.principal}
        description={
          remark
            ? `${remark.title} ${remark.text}`
            : 'The account, role or user that Rolewire signs in with on our side.'
        }
        error={problems.principal}
        onChange={(event) => changePrincipal(event.currentTarget.value)}
        onBlur={() => whenPointerIsUp(() => onLeave('principal'))}
      />
      {doubts.map(({ title, text }) => (
        <Notice key={title} tone="doubt" title={title} alert>
          {text}
        </Notice>
      ))}
      <TextField
        label="External ID"
        mono
        autoComplete="off"
        spellCheck={false}
        value={form.externalId}
        description="For this customer alone. Keep theirs if they have a role already."
        error={problems.externalId}
        onChange={(event) => onChange({ externalId: event.currentTarget.value })}
        trailing={
          <>
            <CopyButton text={form.externalId} what="the external ID" />
            <IconButton
              icon="refresh"
              label="Make a new external ID"
              size="small"
              onClick={() => onChange({ externalId: newExternalId() })}
            />
          </>
        }
      />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          label="Role name"
          mono
          autoComplete="off"
          spellCheck={false}
          value={form.roleName}
          error={problems.roleName}
          onChange={(event) => onChange({ roleName: event.currentTarget.value })}
        />
        <Select
          label="Session at most"
          tall
          value={form.sessionHours}
          onChange={(sessionHours) => onChange({ sessionHours })}
          options={SESSION_HOURS.map((hours) => ({
            value: hours,
            label: hours === '1' ? '1 hour' : `${hours} hours`,
          }))}
        />
      </div>
    </>
  );
}
