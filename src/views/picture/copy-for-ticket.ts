import type { Workspace } from '../../state/workspace.ts';
import type { TicketCopy } from './ticket-clipboard.ts';

/** Copies the chains of what is selected, as text and picture; the larger part of it is loaded when first asked for. */
export async function copyForTicket(workspace: Workspace): Promise<TicketCopy> {
  const { copyTicket } = await import('./ticket-clipboard.ts');
  return copyTicket(workspace);
}
