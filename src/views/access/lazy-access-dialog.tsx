import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { AccessDialogProps } from './access-dialog.tsx';

const AccessDialog = lazy(async () => {
  const { AccessDialog: dialog } = await import('./access-dialog.tsx');
  return { default: dialog };
});

/** The dialog, loaded when it is first opened, and kept from then on so that closing it loses nothing entered. */
export function LazyAccessDialog(props: AccessDialogProps): ReactElement | null {
  const [wanted, setWanted] = useState(props.open);
  if (props.open && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense>
      <AccessDialog {...props} />
    </Suspense>
  );
}
