import { type ReactElement, useState } from 'react';
import {
  type AccessField,
  type AccessForm,
  emptyAccessForm,
  readAccessForm,
} from '../../access/access-form.ts';
import {
  type CollectorForm,
  EMPTY_COLLECTOR_FORM,
  readCollectorForm,
} from '../../access/collector-request.ts';
import { newExternalId } from '../../state/new-external-id.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AccessFields } from './access-fields.tsx';
import { AccessResult } from './access-result.tsx';
import { CollectorFields } from './collector-fields.tsx';
import { CollectorResult } from './collector-result.tsx';
import { type AccessWay, WayChoice } from './way-choice.tsx';

export interface AccessDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Which way it opens on; the other is one choice away. */
  readonly start?: AccessWay | undefined;
}

/** Makes what a customer needs to let us see their account: a role in the form that suits them, or a script that collects a file. */
export function AccessDialog({ open, onClose, start = 'role' }: AccessDialogProps): ReactElement {
  const [way, setWay] = useState<AccessWay>(start);
  const [form, setForm] = useState<AccessForm>(() => emptyAccessForm(newExternalId()));
  const [left, setLeft] = useState<ReadonlySet<AccessField>>(new Set());
  const [collector, setCollector] = useState<CollectorForm>(EMPTY_COLLECTOR_FORM);
  const [regionsLeft, setRegionsLeft] = useState(false);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setWay(start);
  }
  const request = readAccessForm(form);
  const collection = readCollectorForm(collector);
  return (
    <Dialog title="Ask a customer for access" open={open} onClose={onClose} width="wide">
      <div className="grid gap-x-8 gap-y-6 lg:h-full lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-5 lg:-m-1 lg:overflow-auto lg:p-1 lg:pr-3">
          <WayChoice way={way} onChange={setWay} />
          {way === 'role' ? (
            <AccessFields
              form={form}
              request={request}
              left={left}
              onChange={(change) => setForm((before) => ({ ...before, ...change }))}
              onLeave={(field) => setLeft((before) => new Set(before).add(field))}
            />
          ) : (
            <CollectorFields
              form={collector}
              request={collection}
              left={regionsLeft}
              onChange={(change) => setCollector((before) => ({ ...before, ...change }))}
              onLeave={() => setRegionsLeft(true)}
            />
          )}
        </div>
        {way === 'role' ? <AccessResult request={request} /> : <CollectorResult request={collection} />}
      </div>
    </Dialog>
  );
}
