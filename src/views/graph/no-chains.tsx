import type { ReactElement } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** What stands in the place of a picture without a mark, and why. */
export function NoChains({ total }: { readonly total: number }): ReactElement {
  const { commands, reading } = useWorkspace();
  if (total > 0) {
    return (
      <EmptyState
        icon="filter"
        title="No chain matches"
        actions={<Button onClick={commands.clearFilter}>Clear search and filters</Button>}
      >
        Search and filters leave none of the {total} chains.
      </EmptyState>
    );
  }
  const reads = reading.state === 'reading';
  return (
    <EmptyState icon="graph" title={reads ? 'Nothing read yet' : 'Nothing to draw'}>
      {reads
        ? 'Chains appear as the regions answer.'
        : 'What was read holds no instance, no instance profile and no role for EC2. Coverage tells what was looked at.'}
    </EmptyState>
  );
}
