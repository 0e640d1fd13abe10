import { type ReactElement, useEffect, useState } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { copyForTicket } from './copy-for-ticket.ts';

type Shown = 'idle' | 'copied' | 'text' | 'failed';

/** Copies the chains of what is selected, with their findings and a picture. */
export function TicketButton({ label }: { readonly label: string }): ReactElement {
  const workspace = useWorkspace();
  const [shown, setShown] = useState<Shown>('idle');
  useEffect(() => {
    if (shown === 'idle') return;
    const timer = setTimeout(() => setShown('idle'), 1600);
    return () => clearTimeout(timer);
  }, [shown]);
  const copy = async (): Promise<void> => {
    const outcome = await copyForTicket(workspace);
    setShown(outcome === 'with-picture' ? 'copied' : outcome);
  };
  return (
    <Button
      size="small"
      icon={shown === 'idle' ? 'copy' : shown === 'failed' ? 'close' : 'check'}
      aria-label={
        shown === 'idle' ? 'Copy for a ticket' : shown === 'copied' ? 'Copied for a ticket' : WORDS[shown]
      }
      title="Chain, findings, fix and picture"
      onClick={() => void copy()}
    >
      {shown === 'idle' || shown === 'copied' ? label : WORDS[shown]}
    </Button>
  );
}

const WORDS: Readonly<Record<Exclude<Shown, 'idle'>, string>> = {
  copied: 'Copied',
  text: 'Copied the text',
  failed: 'Not copied',
};
