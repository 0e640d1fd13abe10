import { lazy, type ReactElement, Suspense } from 'react';
import type { PictureDialogProps } from './picture-dialog.tsx';

const PictureDialog = lazy(async () => {
  const { PictureDialog: dialog } = await import('./picture-dialog.tsx');
  return { default: dialog };
});

/** The dialog, loaded when it is opened; each opening looks at the picture anew. */
export function LazyPictureDialog(props: PictureDialogProps): ReactElement | null {
  if (!props.open) return null;
  return (
    <Suspense>
      <PictureDialog {...props} />
    </Suspense>
  );
}
