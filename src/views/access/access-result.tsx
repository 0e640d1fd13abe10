import { type ReactElement, useState } from 'react';
import { accessFiles } from '../../access/access-files.ts';
import type { AccessProblems } from '../../access/access-form.ts';
import type { AccessRequest } from '../../access/access-request.ts';
import type { Result } from '../../base/result.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FilePreview } from './file-preview.tsx';
import { PresetPart } from './preset-part.tsx';

export interface AccessResultProps {
  readonly request: Result<AccessRequest, AccessProblems>;
}

/** The same role in every form that a customer may want, the words to send along, and what we keep. */
export function AccessResult({ request }: AccessResultProps): ReactElement {
  const [shell, setShell] = useState<'bash' | 'powerShell'>('bash');
  if (!request.ok) return <NotYet problems={request.error} />;
  const files = accessFiles(request.value);
  const shells = (
    <Segmented
      label="Shell"
      value={shell}
      onChange={setShell}
      options={[
        { value: 'bash', label: 'Bash' },
        { value: 'powerShell', label: 'PowerShell' },
      ]}
    />
  );
  return (
    <div className="flex min-w-0 flex-col gap-6 lg:-m-1 lg:overflow-auto lg:p-1">
      <section aria-label="For the customer" className="flex flex-1 flex-col gap-2">
        <h3 className="heading-caps">For the customer</h3>
        <Tabs
          label="Form of the role"
          className="flex-1"
          tabs={[
            {
              id: 'cloudformation',
              label: 'CloudFormation',
              content: <FilePreview file={files.cloudFormation} />,
            },
            { id: 'terraform', label: 'Terraform', content: <FilePreview file={files.terraform} /> },
            { id: 'cli', label: 'AWS CLI', content: <FilePreview file={files[shell]} choice={shells} /> },
            { id: 'message', label: 'Message', content: <FilePreview file={files.message} prose /> },
          ]}
        />
      </section>
      <PresetPart file={files.preset} request={request.value} />
    </div>
  );
}

const FIELD_NAMES = [
  ['principal', 'our principal'],
  ['externalId', 'the external ID'],
  ['roleName', 'the role name'],
  ['customerAccount', 'the account ID'],
  ['regions', 'the regions'],
] as const;

function NotYet({ problems }: { readonly problems: AccessProblems }): ReactElement {
  const missing = FIELD_NAMES.filter(([field]) => problems[field] !== undefined).map(([, name]) => name);
  return (
    <div className="flex min-w-0 items-center justify-center rounded-lg border border-dashed border-line-strong">
      <EmptyState icon="file" title="The files appear here">
        They wait for {missing.join(', ')}.
      </EmptyState>
    </div>
  );
}
