import type { ReactElement } from 'react';
import { collectorFiles } from '../../access/collector-files.ts';
import type { CollectorRequest } from '../../access/collector-request.ts';
import type { Result } from '../../base/result.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FilePreview } from './file-preview.tsx';

export interface CollectorResultProps {
  readonly request: Result<CollectorRequest, string>;
}

/** The script for either shell and the words to send along. */
export function CollectorResult({ request }: CollectorResultProps): ReactElement {
  if (!request.ok) {
    return (
      <div className="flex min-w-0 items-center justify-center rounded-lg border border-dashed border-line-strong">
        <EmptyState icon="file" title="The script appears here">
          It waits for the regions.
        </EmptyState>
      </div>
    );
  }
  const files = collectorFiles(request.value);
  return (
    <section
      aria-label="For the customer"
      className="flex min-w-0 flex-col gap-2 lg:-m-1 lg:overflow-auto lg:p-1"
    >
      <h3 className="heading-caps">For the customer</h3>
      <Tabs
        label="Script"
        className="flex-1"
        tabs={[
          { id: 'bash', label: 'CloudShell, Linux, macOS', content: <FilePreview file={files.bash} /> },
          { id: 'powershell', label: 'PowerShell', content: <FilePreview file={files.powerShell} /> },
          { id: 'message', label: 'Message', content: <FilePreview file={files.message} prose /> },
        ]}
      />
      <p className="text-sm text-muted">
        The file that comes back opens here as it is: <code>rolewire-….json.gz</code>.
      </p>
    </section>
  );
}
