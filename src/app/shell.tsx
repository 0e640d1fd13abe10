import { type ReactElement, useMemo, useRef, useState } from 'react';
import type { ActionContext } from '../actions/action.ts';
import { useShortcuts } from '../actions/use-shortcuts.ts';
import { stopComparing } from '../state/compare-store.ts';
import { clearLoaded } from '../state/loaded-store.ts';
import { sessionStore } from '../state/session-store.ts';
import { useSingleKeys } from '../state/single-keys.ts';
import type { Source } from '../state/use-source.ts';
import type { Workspace } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { announce } from '../ui/announcements.ts';
import { Announcer } from '../ui/announcer.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { chooseFiles } from '../views/files/choose-files.ts';
import { copyForTicket } from '../views/picture/copy-for-ticket.ts';
import { saveTextFile } from '../views/save-text-file.ts';
import { accountWords, type Identity } from '../views/shell/identity.ts';
import { NarrowTopBar, NarrowViewBar } from '../views/shell/narrow-bars.tsx';
import { TopBar } from '../views/shell/top-bar.tsx';
import { FileDoors } from './file-doors.tsx';
import { identityOf, personOf } from './identity-of.ts';
import { type Overlay, Overlays } from './overlays.tsx';
import { Zones } from './zones.tsx';

/** The frame around the views: bars, zones, and what opens over them. */
export function Shell({ source }: { readonly source: Source }): ReactElement {
  const workspace = useWorkspace();
  const [overlay, setOverlay] = useState<Overlay>('none');
  const search = useRef<HTMLInputElement>(null);
  const [singleKeys] = useSingleKeys();
  const narrow = useMediaQuery('(width < 768px)');
  const railFits = useMediaQuery('(width >= 1024px)');

  const signedIn = source.kind === 'live' && source.sessions.length > 0 && source.ended === undefined;
  const signOutAddress = personOf(source.sessions)?.signOutAddress;
  const shell = useMemo(
    () => ({
      save: saveTextFile,
      copy: (text: string, what: string) => void copy(text, what),
      focusSearch: () => search.current?.select(),
      openPalette: () => setOverlay('palette'),
      openHelp: () => setOverlay('help'),
      askForAccess: () => setOverlay('access'),
      askForFile: () => setOverlay('ask-for-file'),
      chooseFiles: () => chooseFiles('add'),
      openPicture: () => setOverlay('picture'),
      copyTicket: (shown: Workspace) => void copyForTicket(shown),
      ...(signedIn && { signOut: () => sessionStore.signOut(), openAccounts: () => setOverlay('accounts') }),
      ...(signOutAddress !== undefined && { signOutOfIssuer: () => leaveFor(signOutAddress) }),
      clear,
    }),
    [signedIn, signOutAddress],
  );
  const context: ActionContext = { workspace, shell };
  useShortcuts(context, singleKeys);
  const identity = identityOf(source, workspace.redaction);
  const title = titleOf(identity, workspace.view.view);
  const bar = { identity, context, searchRef: search };
  const onFilters = (): void => setOverlay('filters');

  return (
    <div className="flex h-dvh flex-col overflow-hidden bg-canvas">
      <title>{title}</title>
      <a
        href="#picture"
        className="sr-only z-50 rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the picture
      </a>
      {narrow ? (
        <NarrowTopBar {...bar} onFilters={onFilters} />
      ) : (
        <TopBar {...bar} onFilters={railFits ? undefined : onFilters} />
      )}
      <Zones
        title={title}
        source={source}
        narrow={narrow}
        railFits={railFits}
        onSignIn={() => setOverlay('sign-in')}
        onCoverage={() => setOverlay('coverage')}
        onClear={clear}
      />
      {narrow && <NarrowViewBar context={context} />}
      <Overlays open={overlay} onOpen={setOverlay} source={source} context={context} />
      <FileDoors />
      <Announcer />
    </div>
  );
}

const VIEW_NAMES = { graph: 'Graph', table: 'Table', findings: 'Findings' } as const;

/** Account and view, and nothing that could be secret: titles end up in histories. */
function titleOf(identity: Identity, view: keyof typeof VIEW_NAMES): string {
  return `${VIEW_NAMES[view]} · ${accountWords(identity)} · Rolewire`;
}

function clear(): void {
  stopComparing();
  clearLoaded();
  sessionStore.clear();
  history.pushState(null, '', location.pathname);
}

/** Drops credentials and picture, and goes to the page of an issuer that ends the sign-in there; it leads back here. */
function leaveFor(address: string): void {
  stopComparing();
  clearLoaded();
  sessionStore.clear();
  location.assign(address);
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied ${what}`);
  } catch {
    announce(`The browser did not allow copying ${what}`);
  }
}
