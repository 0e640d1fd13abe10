import type { TextFile } from '../export/text-file.ts';
import type { Workspace } from '../state/workspace.ts';

/** What an action may touch: what is on screen, and the few things that only the shell can do. */
export interface ActionContext {
  readonly workspace: Workspace;
  readonly shell: ShellCommands;
}

interface ShellCommands {
  /** Hands a file to the person. */
  readonly save: (file: TextFile) => void;
  readonly copy: (text: string, what: string) => void;
  readonly focusSearch: () => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  /** Opens the list of accounts to choose from; absent when nobody is signed in. */
  readonly openAccounts?: (() => void) | undefined;
  /** Opens the page that makes a role for a customer to create. */
  readonly askForAccess: () => void;
  /** Opens it on the script that collects a file instead. */
  readonly askForFile: () => void;
  /** Lets a person choose files to open, or to add to those on screen. */
  readonly chooseFiles: () => void;
  /** Opens the dialog that makes a picture to hand out. */
  readonly openPicture: () => void;
  /** Copies the chains of what is selected as text and picture for a ticket. */
  readonly copyTicket: (workspace: Workspace) => void;
  /** Absent when nobody is signed in. */
  readonly signOut?: (() => void) | undefined;
  /** Leaves the page for the issuer that somebody signed in at, to end the sign-in there as well. Absent where there is none. */
  readonly signOutOfIssuer?: (() => void) | undefined;
  /** Takes the picture away and goes back to the first screen. */
  readonly clear: () => void;
}

export type ActionGroup = 'Look' | 'Find' | 'Read' | 'Share' | 'Export' | 'Session';

/** Something that a person can do. Toolbar, menus, palette and shortcut help all list the same ones. */
export interface Action {
  readonly id: string;
  /** In the words of a menu: "Export chains as CSV". */
  readonly label: string;
  readonly group: ActionGroup;
  /** Keys joined by `+`; `mod` is Command or Control. */
  readonly keys?: string | undefined;
  readonly enabled: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => void;
  /** On something that is on or off: which of the two. */
  readonly active?: ((context: ActionContext) => boolean) | undefined;
}

/** For actions that always make sense. */
export const always = (): boolean => true;
