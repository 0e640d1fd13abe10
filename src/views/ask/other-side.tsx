import type { ReactElement } from 'react';
import type { AskForm } from '../../ask/ask-form.ts';
import type { AskedField } from '../../ask/asked-field.ts';
import { PolicyEntryField } from './policy-entry.tsx';

export interface OtherSideProps {
  readonly form: AskForm;
  readonly fields: readonly AskedField[];
  readonly errors: { readonly bucket?: string; readonly key?: string };
  readonly onChange: (change: Partial<AskForm>) => void;
}

/** The policies of what is asked about: they have a say as well, above all across accounts. */
export function OtherSide({ form, fields, errors, onChange }: OtherSideProps): ReactElement | null {
  const bucket = fields.some(({ kind }) => kind === 'bucket') || isS3(form.texts.resource);
  const key = fields.some(({ kind }) => kind === 'kms-key') && (form.texts['kms-key'] ?? '') !== '';
  if (!bucket && !key) return null;
  return (
    <section aria-label="Policies of the other side" className="flex flex-col gap-3">
      <h3 className="heading-caps">Policies of the other side</h3>
      {bucket && (
        <PolicyEntryField
          label="Bucket policy"
          entry={form.bucket}
          error={errors.bucket}
          mayBeNone
          onChange={(entry) => onChange({ bucket: entry })}
        />
      )}
      {key && (
        <PolicyEntryField
          label="Key policy"
          entry={form.key}
          error={errors.key}
          mayBeNone={false}
          onChange={(entry) => onChange({ key: entry })}
        />
      )}
    </section>
  );
}

function isS3(resource: string | undefined): boolean {
  return resource !== undefined && /^arn:[^:]*:s3:/.test(resource.trim());
}
