import { type ReactElement, useRef, useState } from 'react';
import type { AskedField, FieldKind, FieldTexts } from '../../ask/asked-field.ts';
import type { FieldProblems } from '../../ask/read-fields.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { whenPointerIsUp } from '../../ui/when-pointer-is-up.ts';
import { ActionPicker } from './action-picker.tsx';

export interface AskedFieldsProps {
  readonly fields: readonly AskedField[];
  readonly texts: FieldTexts;
  readonly problems: FieldProblems;
  /** Offered where an account is asked for. */
  readonly roleAccount: string | undefined;
  readonly onChange: (kind: FieldKind, text: string) => void;
}

const IDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'kms-key',
  'role-arn',
  'resource',
  'account',
  'workspace',
]);

/** The fields of a question. What is wrong with one shows once it has been left or holds something. */
export function AskedFields(props: AskedFieldsProps): ReactElement {
  const { fields, texts, problems, roleAccount, onChange } = props;
  const account = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState<ReadonlySet<FieldKind>>(new Set());
  return (
    <>
      {fields.map(({ kind, label, placeholder, description, optional }) => {
        const text = texts[kind] ?? '';
        const error = text !== '' && left.has(kind) ? problems[kind] : undefined;
        if (kind === 'actions') {
          return (
            <ActionPicker
              key={kind}
              text={text}
              error={text === '' ? undefined : problems.actions}
              onText={(next) => onChange(kind, next)}
            />
          );
        }
        return (
          <TextField
            key={kind}
            ref={kind === 'account' ? account : undefined}
            label={optional ? `${label} (optional)` : label}
            placeholder={placeholder}
            description={description}
            error={error}
            mono={IDS.has(kind)}
            value={text}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            trailing={
              kind === 'account' && roleAccount !== undefined && text === '' ? (
                <Button
                  kind="bare"
                  size="small"
                  aria-label="Same account as the role"
                  onClick={() => {
                    onChange(kind, roleAccount);
                    // The button goes, now that there is something to see.
                    account.current?.focus();
                  }}
                >
                  Same
                </Button>
              ) : undefined
            }
            onChange={(event) => onChange(kind, event.target.value)}
            onBlur={() => whenPointerIsUp(() => setLeft((before) => new Set(before).add(kind)))}
          />
        );
      })}
    </>
  );
}
