import { type ReactElement, type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** Puts a finding aside, with a reason that the next reader will want to know. */
export function DismissButton({ onDismiss }: { readonly onDismiss: (reason: string) => void }): ReactElement {
  return (
    <Popover
      label="Dismiss this finding"
      trigger={
        <Button size="small" icon="eye-off">
          Dismiss
        </Button>
      }
    >
      {(close) => (
        <ReasonForm
          onDismiss={(reason) => {
            close();
            onDismiss(reason);
          }}
        />
      )}
    </Popover>
  );
}

function ReasonForm({ onDismiss }: { readonly onDismiss: (reason: string) => void }): ReactElement {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (reason.trim() === '') setMissing(true);
    else onDismiss(reason);
  };
  return (
    <form onSubmit={submit} className="flex w-72 flex-col gap-2">
      <TextArea
        label="Reason"
        rows={2}
        maxLength={500}
        value={reason}
        error={missing && reason.trim() === '' ? 'Say why, for whoever reads this next.' : undefined}
        description="Kept on this device, and in snapshots that you save."
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button kind="primary" type="submit" className="self-end">
        Dismiss finding
      </Button>
    </form>
  );
}
