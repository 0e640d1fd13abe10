import type { Workspace } from '../state/workspace.ts';

/** `rolewire-111122223333-chains-2026-11-25.csv`; what comes from the sample, or is redacted, says so in its name. */
export function exportName(workspace: Workspace, what: string, extension: string): string {
  const { inventory, redaction } = workspace;
  const accounts = inventory.accounts.map((account) => account.accountId);
  const whose = inventory.kind === 'sample' ? 'sample' : accounts.length === 1 ? accounts[0] : inventory.kind;
  const day = inventory.readAt?.slice(0, 10);
  return `${['rolewire', whose, redaction.on && 'redacted', what, day].filter(Boolean).join('-')}.${extension}`;
}
