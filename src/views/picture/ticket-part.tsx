import { type ReactElement, useMemo } from 'react';
import type { Workspace } from '../../state/workspace.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TicketButton } from './ticket-button.tsx';
import { ticketOf } from './ticket-clipboard.ts';

/** The selected chain in words, to go with its picture. */
export function TicketPart({ workspace }: { readonly workspace: Workspace }): ReactElement | null {
  const ticket = useMemo(() => ticketOf(workspace), [workspace]);
  if (!ticket) return null;
  return (
    <section aria-label="Text for a ticket" className="flex flex-col gap-1.5 border-t border-line pt-4">
      <h3 className="text-sm font-medium">Text for a ticket</h3>
      <p className="text-sm text-muted">
        The selected chain with its findings, their evidence and fix, and what could not be checked.
      </p>
      <div className="flex flex-wrap gap-1.5">
        <TicketButton label="With picture" />
        <CopyButton text={ticket.markdown} what="ticket text as Markdown" label="Markdown" />
        <CopyButton text={ticket.plain} what="ticket text as plain text" label="Plain text" />
      </div>
    </section>
  );
}
