import type { ReactElement } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export interface ContextFormProps {
  /** Condition keys that would decide, as the policies spell them. */
  readonly keys: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (key: string, value: string) => void;
}

/** Asks for what the request would carry: the policies test it, and nobody knows it beforehand. */
export function ContextForm({ keys, values, onChange }: ContextFormProps): ReactElement {
  return (
    <section aria-label="Values of condition keys" className="flex flex-col gap-2">
      <h3 className="heading-caps">Values of condition keys</h3>
      <p className="text-sm text-muted">
        The policies test these, and they depend on the request. Several values are separated by commas.
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {keys.map((key) => (
          <TextField
            key={key}
            label={key}
            mono
            spellCheck={false}
            autoComplete="off"
            value={values[key] ?? ''}
            onChange={(event) => onChange(key, event.target.value)}
          />
        ))}
      </div>
    </section>
  );
}
