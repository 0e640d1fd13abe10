import type { Action } from './action.ts';
import { ask } from './ask.ts';
import { askForAccess } from './ask-for-access.ts';
import { askForFile } from './ask-for-file.ts';
import { cancelReading } from './cancel-reading.ts';
import { clearFilter } from './clear-filter.ts';
import { clearPicture } from './clear-picture.ts';
import { clearSelection } from './clear-selection.ts';
import { closeFolds } from './close-folds.ts';
import { compare } from './compare.ts';
import { copyLink } from './copy-link.ts';
import { copyTicket } from './copy-ticket.ts';
import { exportChainsCsv } from './export-chains-csv.ts';
import { exportChangesCsv, exportChangesMarkdown } from './export-changes.ts';
import { exportFindingsCsv } from './export-findings-csv.ts';
import { exportPicture } from './export-picture.ts';
import { find } from './find.ts';
import { onlyBroken } from './only-broken.ts';
import { onlyChanges } from './only-changes.ts';
import { openAccounts } from './open-accounts.ts';
import { openFiles } from './open-files.ts';
import { openHelp } from './open-help.ts';
import { openPalette } from './open-palette.ts';
import { pasteOutput } from './paste-output.ts';
import { refresh } from './refresh.ts';
import { saveSnapshot } from './save-snapshot.ts';
import { showFiles } from './show-files.ts';
import { showPolicies } from './show-policies.ts';
import { showFindings, showGraph, showTable } from './show-view.ts';
import { signOut } from './sign-out.ts';
import { signOutOfIssuer } from './sign-out-of-issuer.ts';
import { stopComparing } from './stop-comparing.ts';
import { toggleRedaction } from './toggle-redaction.ts';

/** Every action, in the order of the help. */
export const ACTIONS: readonly Action[] = [
  openPalette,
  find,
  ask,
  onlyBroken,
  onlyChanges,
  clearFilter,
  showGraph,
  showTable,
  showFindings,
  clearSelection,
  closeFolds,
  compare,
  stopComparing,
  showPolicies,
  refresh,
  cancelReading,
  openFiles,
  pasteOutput,
  showFiles,
  exportPicture,
  copyTicket,
  copyLink,
  toggleRedaction,
  exportChainsCsv,
  exportFindingsCsv,
  exportChangesCsv,
  exportChangesMarkdown,
  saveSnapshot,
  openHelp,
  openAccounts,
  askForAccess,
  askForFile,
  signOut,
  signOutOfIssuer,
  clearPicture,
];
