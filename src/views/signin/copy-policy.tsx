import { type ReactElement, useState } from 'react';
import { policyToGrant } from '../../state/minimal-policy.ts';
import { Button } from '../../ui/button.tsx';

/** Gives a person what to ask their administrator for. */
export function CopyPolicy(): ReactElement {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await policyToGrant());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <Button
      kind="bare"
      icon={outcome === 'copied' ? 'check' : 'copy'}
      onClick={() => void copy()}
      onBlur={() => setOutcome('idle')}
    >
      <output>{WORDS[outcome]}</output>
    </Button>
  );
}

const WORDS = {
  idle: 'Copy the IAM policy it needs',
  copied: 'Copied: it only lists and describes',
  failed: 'The browser did not allow copying',
} as const;
