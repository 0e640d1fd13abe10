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

  // The words stay, so that nothing beside them moves: the tick tells.
  const icon = outcome === 'copied' ? 'check' : outcome === 'failed' ? 'close' : 'copy';
  if (label) {
    return (
      <Button
        icon={icon}
        size="small"
        className={className}
        aria-label={nameOf(what, label, outcome === 'copied')}
        onClick={() => void copy()}
      >
        {label}
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

/** Words that say all already need no other name. */
function nameOf(what: string, label: string, copied: boolean): string | undefined {
  if (copied) return `Copied ${what}`;
  return label.startsWith('Copy ') ? undefined : `Copy ${what}`;
}
