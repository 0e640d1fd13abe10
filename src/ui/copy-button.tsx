import { type ReactElement, useEffect, useState } from 'react';
import { announce } from './announcements.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  readonly text: string;
  /** What is copied, in the words of the control's name: `Copy ${what}`. */
  readonly what: string;
  /** With words beside the picture. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** Puts a text on the clipboard; a tick and a spoken "Copied" tell that it did. */
export function CopyButton({ text, what, label, className }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 1600);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
      announce(`Copied ${what}`);
    } catch {
      setOutcome('failed');
      announce(`The browser did not allow copying ${what}`);
    }
  };

  const icon = outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy';
  if (label) {
    return (
      <Button
        icon={icon}
        size="small"
        className={className}
        aria-label={
          label.startsWith('Copy ') ? undefined : `${outcome === 'copied' ? 'Copied' : 'Copy'} ${what}`
        }
        onClick={() => void copy()}
      >
        {outcome === 'copied' ? 'Copied' : label}
      </Button>
    );
  }
  return (
    <IconButton
      icon={icon}
      label={outcome === 'copied' ? `Copied ${what}` : `Copy ${what}`}
      size="small"
      className={className}
      onClick={() => void copy()}
    />
  );
}
