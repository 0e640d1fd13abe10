import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { accountProblems, readPresets, saveAccounts } from '../../state/saved-accounts.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';

export interface AddAccountProps {
  readonly startOpen: boolean;
  /** Hears the role ARNs of what was added. */
  readonly onAdded: (roleArns: readonly string[]) => void;
}

type Problems = ReturnType<typeof accountProblems>;

/** Adds accounts to those kept on this device: field by field, or by a preset that someone sent. */
export function AddAccount({ startOpen, onAdded }: AddAccountProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [pasteProblem, setPasteProblem] = useState<string>();

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const regions = text('regions')
      .split(/[\s,]+/)
      .filter(Boolean);
    const account = {
      label: text('label'),
      roleArn: text('roleArn'),
      externalId: text('externalId') || undefined,
      regions: regions.length > 0 ? regions : undefined,
    };
    const found = accountProblems(account);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
      return;
    }
    saveAccounts([account]);
    announce(`Added ${account.label}`);
    form.current?.reset();
    onAdded([account.roleArn]);
  };
  const paste = (event: FormEvent<HTMLTextAreaElement>): void => {
    const box = event.currentTarget;
    if (box.value.trim() === '') {
      setPasteProblem(undefined);
      return;
    }
    const read = readPresets(box.value);
    setPasteProblem(read.ok ? undefined : read.error);
    if (!read.ok) return;
    box.value = '';
    saveAccounts(read.value);
    announce(`Added ${read.value.map(({ label }) => label).join(', ')}`);
    onAdded(read.value.map(({ roleArn }) => roleArn));
  };

  return (
    <details className="group" open={startOpen || undefined}>
      <ChevronSummary>Add an account</ChevronSummary>
      <div className="flex flex-col gap-3 pt-2">
        <TextArea
          label="Paste a preset"
          mono
          rows={2}
          spellCheck={false}
          placeholder={'{"label": "Acme", "roleArn": "arn:aws:iam::…:role/audit", "externalId": "…"}'}
          description="As “Ask a customer for access” makes it; a list of them works too."
          error={pasteProblem}
          onInput={paste}
        />
        <form ref={form} noValidate onSubmit={submit} className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextField name="label" label="Label" error={problems.label} placeholder="Acme, production" />
          <TextField name="externalId" label="External ID" mono error={problems.externalId} />
          <TextField
            name="roleArn"
            label="Role ARN"
            mono
            spellCheck={false}
            className="sm:col-span-2"
            placeholder="arn:aws:iam::111122223333:role/audit"
            error={problems.roleArn}
          />
          <TextField
            name="regions"
            label="Regions"
            mono
            spellCheck={false}
            className="sm:col-span-2"
            placeholder="all that are enabled"
            error={problems.regions}
          />
          <Button type="submit" className="justify-self-start">
            Keep on this device
          </Button>
        </form>
      </div>
    </details>
  );
}
