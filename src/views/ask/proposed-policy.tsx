import type { ReactElement } from 'react';
import { TextArea } from '../../ui/text-field.tsx';

export interface ProposedPolicyProps {
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}

/** A policy that the role does not have yet, once somebody tries one. */
export function ProposedPolicy({ text, error, onText }: ProposedPolicyProps): ReactElement | null {
  if (text === '') return null;
  return (
    <TextArea
      label="Proposed policy for the role"
      description="Counted as if the role had it. Empty it to leave it out."
      error={error && `This is no policy: ${error}.`}
      mono
      rows={6}
      spellCheck={false}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}
