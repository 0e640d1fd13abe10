import { type ClipboardEvent, type FormEvent, type ReactElement, useState } from 'react';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import { type NamedCredentials, readPaste } from '../../state/read-paste.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { SECRET_INPUT } from './secret-input.ts';

export interface PasteBoxProps {
  readonly onCredentials: (credentials: StsCredentials) => void;
}

/** Takes credentials in any form that people have them. What it understands goes to the fields and out of sight. */
export function PasteBox({ onCredentials }: PasteBoxProps): ReactElement {
  const [error, setError] = useState<string>();
  const [profiles, setProfiles] = useState<readonly NamedCredentials[]>([]);

  const take = (text: string): boolean => {
    const paste = readPaste(text);
    setProfiles(paste.kind === 'choice' ? paste.profiles : []);
    setError(paste.kind === 'problem' ? paste.message : undefined);
    if (paste.kind === 'credentials') onCredentials(paste.credentials);
    return paste.kind !== 'problem';
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    if (take(event.clipboardData.getData('text'))) event.preventDefault();
  };
  const onInput = (event: FormEvent<HTMLTextAreaElement>): void => {
    const box = event.currentTarget;
    if (box.value.trim() === '') {
      setError(undefined);
      return;
    }
    if (take(box.value)) box.value = '';
  };

  return (
    <div className="flex flex-col gap-2">
      <TextArea
        {...SECRET_INPUT}
        label="Paste credentials"
        mono
        rows={3}
        placeholder={'export AWS_ACCESS_KEY_ID=…\nexport AWS_SECRET_ACCESS_KEY=…\nexport AWS_SESSION_TOKEN=…'}
        description="Shell lines of any kind, a credentials-file block, or the JSON of an aws sts command."
        error={error}
        onPaste={onPaste}
        onInput={onInput}
      />
      {profiles.length > 0 && (
        <fieldset className="rounded-lg border border-line p-2.5">
          <legend className="px-1 text-sm text-muted">Which profile?</legend>
          <div className="flex max-h-32 flex-wrap gap-1.5 overflow-auto">
            {profiles.map(({ name, credentials }) => (
              <Button
                key={name}
                size="small"
                className="max-w-full"
                onClick={() => {
                  setProfiles([]);
                  onCredentials(credentials);
                }}
              >
                <span className="truncate">{name}</span>
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** A whole set that is pasted into a single field fills all of them, as if the box had got it. */
export function fillFromWholePaste(
  event: ClipboardEvent,
  onCredentials: (credentials: StsCredentials) => void,
): void {
  const paste = readPaste(event.clipboardData.getData('text'));
  if (paste.kind !== 'credentials') return;
  event.preventDefault();
  onCredentials(paste.credentials);
}
