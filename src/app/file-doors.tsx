import { type ReactElement, useEffect, useState } from 'react';
import { useCompareState } from '../state/compare-store.ts';
import { openFiles, openPasted, useLoaded } from '../state/loaded-store.ts';
import { useWorkspace } from '../state/workspace-context.ts';
import { DropOverlay } from '../views/files/drop-overlay.tsx';
import { LazyFilesPanel } from '../views/files/lazy-files-panel.tsx';
import { watchDrops } from '../views/shell/watch-drops.ts';
import { watchPastes } from '../views/shell/watch-pastes.ts';

/** All ways by which files come into the workspace, and the panel that says what they gave. */
export function FileDoors(): ReactElement {
  const { inventory, redaction } = useWorkspace();
  const loaded = useLoaded();
  const [dragging, setDragging] = useState(false);
  // The dialog that asks what to compare with takes files itself.
  const { isAsking } = useCompareState();
  // Without this a file let go over the page would make the browser leave it.
  useEffect(() => {
    if (isAsking) return undefined;
    const drop = (files: readonly File[], where: Element | undefined): void =>
      void openFiles(files, where?.closest('[data-drop="replace"]') ? 'replace' : 'add');
    return watchDrops(drop, setDragging);
  }, [isAsking]);
  useEffect(
    () =>
      watchPastes(
        (files) => void openFiles(files),
        (text) => void openPasted(text),
      ),
    [],
  );
  return (
    <>
      {dragging && <DropOverlay loaded={loaded} />}
      <LazyFilesPanel hiding={redaction} inventory={inventory} />
    </>
  );
}
