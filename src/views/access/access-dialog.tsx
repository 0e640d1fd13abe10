import { type ReactElement, useState } from 'react';
import {
  type AccessField,
  type AccessForm,
  emptyAccessForm,
  readAccessForm,
} from '../../access/access-form.ts';
import { newExternalId } from '../../state/new-external-id.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AccessFields } from './access-fields.tsx';
import { AccessResult } from './access-result.tsx';

export interface AccessDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes what a customer needs to let us read their account: a role, in the form that suits them, and our note of it. */
export function AccessDialog({ open, onClose }: AccessDialogProps): ReactElement {
  const [form, setForm] = useState<AccessForm>(() => emptyAccessForm(newExternalId()));
  const [left, setLeft] = useState<ReadonlySet<AccessField>>(new Set());
  const request = readAccessForm(form);
  return (
    <Dialog title="Ask a customer for access" open={open} onClose={onClose} width="wide">
      <div className="grid gap-x-8 gap-y-6 lg:h-full lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
        <AccessFields
          form={form}
          request={request}
          left={left}
          onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          onLeave={(field) => setLeft((before) => new Set(before).add(field))}
        />
        <AccessResult request={request} />
      </div>
    </Dialog>
  );
}
