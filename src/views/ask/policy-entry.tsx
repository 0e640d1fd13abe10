import type { ReactElement } from 'react';
import type { PolicyEntry } from '../../ask/ask-form.ts';
import { Segmented, type SegmentedOption } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-field.tsx';

export interface PolicyEntryFieldProps {
  /** "Bucket policy". */
  readonly label: string;
  readonly entry: PolicyEntry;
  readonly error: string | undefined;
  /** Whether there may be none: a KMS key always has a policy. */
  readonly mayBeNone: boolean;
  readonly onChange: (entry: PolicyEntry) => void;
}

/** What a person knows of the policy on the other side, and its text when they have it. */
export function PolicyEntryField(props: PolicyEntryFieldProps): ReactElement {
  const { label, entry, error, mayBeNone, onChange } = props;
  const options: SegmentedOption<PolicyEntry['how']>[] = [
    { value: 'unknown', label: 'Not known' },
    ...(mayBeNone ? [{ value: 'none' as const, label: 'There is none' }] : []),
    { value: 'paste', label: 'Paste it' },
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="text-sm font-medium">{label}</span>
        <Segmented
          label={label}
          options={options}
          value={entry.how}
          onChange={(how) => onChange({ ...entry, how })}
        />
      </div>
      {entry.how === 'paste' && (
        <TextArea
          label={`${label} (JSON)`}
          hideLabel
          mono
          rows={6}
          spellCheck={false}
          placeholder={'{"Version": "2012-10-17", "Statement": […]}'}
          value={entry.text}
          error={error === undefined ? undefined : `This is no policy: ${error}.`}
          onChange={(event) => onChange({ ...entry, text: event.target.value })}
        />
      )}
    </div>
  );
}
