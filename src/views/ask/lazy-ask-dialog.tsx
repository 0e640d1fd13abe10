import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useAskOpening } from '../../state/ask-opening.ts';

const AskDialog = lazy(async () => {
  const { AskDialog: dialog } = await import('./ask-dialog.tsx');
  return { default: dialog };
});

/** The dialog, loaded when it is first opened, and kept from then on so that closing it loses nothing entered. */
export function LazyAskDialog(): ReactElement | null {
  const opening = useAskOpening();
  const [wanted, setWanted] = useState(opening.open);
  if (opening.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense>
      <AskDialog opening={opening} />
    </Suspense>
  );
}
