import type { ReactElement } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';

/** Which permission a refused call wants, to copy. */
export function MissingPermission({ permission }: { readonly permission: string }): ReactElement {
  return (
    <p className="flex flex-wrap items-center gap-1">
      <span className="text-muted">Missing permission:</span>
      <code>{permission}</code>
      <CopyButton text={permission} what={permission} />
    </p>
  );
}
