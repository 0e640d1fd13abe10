import { lazy, type ReactElement, Suspense } from 'react';
import { useLoaded } from '../../state/loaded-store.ts';
import type { FilesPanelProps } from './files-panel.tsx';

const FilesPanel = lazy(async () => {
  const { FilesPanel: panel } = await import('./files-panel.tsx');
  return { default: panel };
});

/** The panel, loaded when it is first opened. */
export function LazyFilesPanel(props: FilesPanelProps): ReactElement | null {
  const { panel } = useLoaded();
  if (panel === 'closed') return null;
  return (
    <Suspense>
      <FilesPanel {...props} />
    </Suspense>
  );
}
