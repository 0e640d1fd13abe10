import type { ReactElement } from 'react';
import type { AccessFile } from '../../access/access-files.ts';
import type { AccessRequest } from '../../access/access-request.ts';
import { UNKNOWN_ACCOUNT } from '../../access/account-preset.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

export interface PresetPartProps {
  readonly file: AccessFile;
  readonly request: AccessRequest;
}

/** What our side keeps about the account. */
export function PresetPart({ file, request }: PresetPartProps): ReactElement {
  return (
    <section aria-label="For our side" className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="heading-caps flex-1">For our side</h3>
        <CopyButton text={file.text} what="the account preset" label="Copy preset" />
      </div>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-48 overflow-auto rounded-lg border border-line bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap focus-visible:-outline-offset-2"
      >
        {file.text.trimEnd()}
      </pre>
      <p className="text-sm text-muted">
        {request.customerAccount === undefined && (
          <>
            Put the customer's account ID in place of <code>{UNKNOWN_ACCOUNT}</code> when they send the ARN.{' '}
          </>
        )}
        Nothing in it is secret. On our side, <code>{request.principal.arn}</code> must be allowed{' '}
        <code>sts:AssumeRole</code> on that role.
      </p>
    </section>
  );
}
