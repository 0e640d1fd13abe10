import type { ReactElement } from 'react';
import { changesFile } from '../../export/changes-file.ts';
import type { ShownComparison } from '../../state/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { saveTextFile } from '../save-text-file.ts';

/** The list of changes as a file. Pictures and the table of chains hold the changes too. */
export function SaveChanges({ comparison }: { readonly comparison: ShownComparison }): ReactElement {
  const save = (format: 'csv' | 'md') => saveTextFile(changesFile(comparison, format));
  return (
    <Menu
      label="Save changes"
      trigger={
        <Button size="small" kind="bare" icon="download">
          <span className="max-sm:sr-only">Save</span>
        </Button>
      }
      groups={[
        {
          entries: [
            { id: 'markdown', label: 'Markdown, for a ticket', icon: 'file', onSelect: () => save('md') },
            { id: 'csv', label: 'CSV', icon: 'table', onSelect: () => save('csv') },
          ],
        },
      ]}
    />
  );
}
