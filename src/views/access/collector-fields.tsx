import type { ReactElement } from 'react';
import { COLLECTED, COLLECTED_POLICIES, NO_POLICIES } from '../../access/collector-message.ts';
import type { CollectorForm, CollectorRequest } from '../../access/collector-request.ts';
import type { Result } from '../../base/result.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { whenPointerIsUp } from '../../ui/when-pointer-is-up.ts';

export interface CollectorFieldsProps {
  readonly form: CollectorForm;
  readonly request: Result<CollectorRequest, string>;
  /** Whether the regions were typed to their end, so that a mistake is one. */
  readonly left: boolean;
  readonly onChange: (change: Partial<CollectorForm>) => void;
  readonly onLeave: () => void;
}

/** What the file holds, and from where. */
export function CollectorFields(props: CollectorFieldsProps): ReactElement {
  const { form, request, left, onChange, onLeave } = props;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="heading-caps">What the file holds</h3>
      <ul className="flex list-disc flex-col gap-1 pl-4 text-sm text-muted">
        {COLLECTED.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Switch
        checked={form.policies}
        onChange={(policies) => onChange({ policies })}
        description={form.policies ? COLLECTED_POLICIES : NO_POLICIES}
      >
        With permissions policies
      </Switch>
      <TextField
        label="Regions"
        mono
        autoComplete="off"
        spellCheck={false}
        placeholder="us-east-1, us-east-2"
        value={form.regions}
        description="Leave it empty for every enabled region."
        error={left && !request.ok ? request.error : undefined}
        onChange={(event) => onChange({ regions: event.currentTarget.value })}
        onBlur={() => whenPointerIsUp(onLeave)}
      />
    </section>
  );
}
