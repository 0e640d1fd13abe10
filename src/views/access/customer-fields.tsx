import type { ReactElement } from 'react';
import { PARTITIONS, partitionById } from '../../base/partitions.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { whenPointerIsUp } from '../../ui/when-pointer-is-up.ts';
import type { FormPartProps } from './trust-fields.tsx';

/** What only our side needs to know: it goes into the preset. */
export function CustomerFields({ form, problems, onChange, onLeave }: FormPartProps): ReactElement {
  const [first = 'us-east-1', second = first] = partitionById(form.partition)?.regions ?? [];
  return (
    <>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          label="Account ID, if known"
          mono
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          placeholder="444455556666"
          value={form.customerAccount}
          error={problems.customerAccount}
          onChange={(event) => onChange({ customerAccount: event.currentTarget.value })}
          onBlur={() => whenPointerIsUp(() => onLeave('customerAccount'))}
        />
        <TextField
          label="Our name for it"
          autoComplete="off"
          placeholder="Harbour shop"
          value={form.label}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Select
          label="Partition"
          tall
          value={form.partition}
          onChange={(partition) => onChange({ partition })}
          options={PARTITIONS.map(({ id, name }) => ({
            value: id,
            label: id === 'aws' ? 'aws' : `${id} · ${name}`,
          }))}
        />
        <TextField
          label="Regions"
          mono
          autoComplete="off"
          spellCheck={false}
          placeholder={first === second ? first : `${first}, ${second}`}
          value={form.regions}
          description="Empty reads every enabled one."
          error={problems.regions}
          onChange={(event) => onChange({ regions: event.currentTarget.value })}
          onBlur={() => whenPointerIsUp(() => onLeave('regions'))}
        />
      </div>
    </>
  );
}
